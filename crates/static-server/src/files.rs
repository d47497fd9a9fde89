//! File access for [`ServeDir`](tower_http::services::ServeDir), confined to one folder.
//!
//! `ServeDir` maps a URL to a path and negotiates the encoding. This backend
//! decides whether the file at that path may be sent.

use std::{
    fs::Metadata,
    future::Future,
    io,
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
};

use tower_http::services::fs::{Backend, TokioBackend, TokioFile};

/// The files below a root. Missing from its view are
/// - what a symbolic link leads to outside the root,
/// - compressed copies (`.br`, `.gz`) without the file they were made from, or
///   older than it.
#[derive(Clone)]
pub struct Files {
    root: Arc<Path>,
}

type Pending<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

impl Files {
    /// Confines access to `root`.
    ///
    /// # Errors
    /// If `root` is not a folder that can be read.
    pub fn below(root: &Path) -> io::Result<Self> {
        let root = root.canonicalize()?;
        // Fails for a file, and without the permission to list.
        root.read_dir()?;
        Ok(Self { root: root.into() })
    }

    /// The root, absolute and without symbolic links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    async fn check(&self, path: &Path) -> io::Result<()> {
        let target = tokio::fs::canonicalize(path).await?;
        if !target.starts_with(&self.root) || is_outdated(path).await {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(())
    }
}

/// Whether this is a compressed copy of a file that is gone or has changed since.
async fn is_outdated(path: &Path) -> bool {
    let is_compressed = path.extension().is_some_and(|it| it == "br" || it == "gz");
    if !is_compressed {
        return false;
    }
    match modified(&path.with_extension("")).await {
        Some(original) => modified(path).await.is_some_and(|copy| copy < original),
        None => true,
    }
}

async fn modified(path: &Path) -> Option<std::time::SystemTime> {
    tokio::fs::metadata(path).await.ok()?.modified().ok()
}

impl Backend for Files {
    type File = TokioFile;
    type Metadata = Metadata;
    type OpenFuture = Pending<TokioFile>;
    type MetadataFuture = Pending<Metadata>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let files = self.clone();
        Box::pin(async move {
            files.check(&path).await?;
            TokioBackend.open(path).await
        })
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let files = self.clone();
        Box::pin(async move {
            files.check(&path).await?;
            TokioBackend.metadata(path).await
        })
    }
}

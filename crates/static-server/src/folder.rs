//! A folder of files and how its files are sent.

use std::{io, path::Path, sync::Arc};

use http::{HeaderName, HeaderValue, Request, StatusCode};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tower_http::services::{ServeDir, fs::DefaultServeDirFallback};

use crate::{
    Response,
    files::Files,
    headers,
    response::{Body, invalid},
};

type NameRule = dyn Fn(&str) -> bool + Send + Sync;
type Intercept = dyn Fn(&str) -> Option<Response> + Send + Sync;

/// A folder to serve, and the ways in which its responses differ from those of
/// a plain static host.
#[derive(Clone)]
pub struct Folder {
    files: Files,
    dir: ServeDir<DefaultServeDirFallback, Files>,
    headers: Vec<(HeaderName, HeaderValue)>,
    is_immutable: Arc<NameRule>,
    intercept: Option<Arc<Intercept>>,
}

impl Folder {
    /// Serves the files of `root` and its subfolders.
    ///
    /// # Errors
    /// If `root` is not a folder that can be read.
    pub fn new(root: impl AsRef<Path>) -> io::Result<Self> {
        let files = Files::below(root.as_ref())?;
        let dir = ServeDir::with_backend(files.root(), files.clone());
        Ok(Self {
            dir: dir.precompressed_br().precompressed_gzip(),
            files,
            headers: Vec::new(),
            is_immutable: Arc::new(|_| false),
            intercept: None,
        })
    }

    /// The served folder, absolute and without symbolic links.
    pub fn root(&self) -> &Path {
        self.files.root()
    }

    /// Sends this header with every response, in place of one of that name.
    ///
    /// # Errors
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) if this is not a header,
    /// such as a value with characters outside ASCII.
    pub fn with_header(mut self, name: &str, value: &str) -> io::Result<Self> {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(invalid)?;
        let value = HeaderValue::from_str(value).map_err(invalid)?;
        value.to_str().map_err(invalid)?;
        self.headers.push((name, value));
        Ok(self)
    }

    /// Lets caches keep for a year the files for whose name `rule` holds, such
    /// as `app-3fb4a1e363c0f229.js`. Without a rule there are none.
    #[must_use]
    pub fn with_immutable(mut self, rule: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        self.is_immutable = Arc::new(rule);
        self
    }

    /// Asks `hook` before each request is answered. It gets the path of the URL,
    /// still percent-encoded; what it returns is sent instead of the file. It may
    /// block: other requests go on meanwhile.
    #[must_use]
    pub fn intercept(
        mut self,
        hook: impl Fn(&str) -> Option<Response> + Send + Sync + 'static,
    ) -> Self {
        self.intercept = Some(Arc::new(hook));
        self
    }

    pub(crate) async fn respond(&self, request: Request<Incoming>) -> http::Response<Body> {
        let path = request.uri().path().to_owned();
        let mut response = match self.intercepted(path.clone()).await {
            Some(response) => response.into_http(),
            None => self.file(request, &path).await,
        };
        headers::set_revalidate(response.headers_mut());
        for (name, value) in &self.headers {
            response.headers_mut().insert(name, value.clone());
        }
        response
    }

    async fn intercepted(&self, path: String) -> Option<Response> {
        let intercept = self.intercept.clone()?;
        let asked = tokio::task::spawn_blocking(move || intercept(&path));
        asked.await.ok()?
    }

    async fn file(&self, request: Request<Incoming>, path: &str) -> http::Response<Body> {
        let mut response = match self.dir.clone().try_call(request).await {
            Ok(response) if response.status() != StatusCode::NOT_FOUND => response,
            _ => return Response::text(StatusCode::NOT_FOUND, "Not found").into_http(),
        };
        match response.status() {
            StatusCode::TEMPORARY_REDIRECT => {
                *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
                headers::keep_on_host(response.headers_mut());
            }
            status if status.is_success() => {
                let name = path.rsplit('/').next().unwrap_or_default();
                let is_immutable = (self.is_immutable)(name);
                headers::set_for_file(response.headers_mut(), name, is_immutable);
            }
            _ => {}
        }
        response.map(BodyExt::boxed_unsync)
    }
}

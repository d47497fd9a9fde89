//! The packed forms of the built files, made ahead, so that a host need not pack
//! while somebody waits: `.br` and `.gz` beside each file that gains from it.

use crate::{Outcome, Problem, weight};
use flate2::{Compression, write::GzEncoder};
use std::{
    ffi::OsString,
    fmt, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// What is text, or like it. Pictures are packed by their own format.
const ENDINGS: [&str; 10] = [
    "html",
    "css",
    "js",
    "wasm",
    "json",
    "webmanifest",
    "svg",
    "csv",
    "txt",
    "xml",
];

/// The endings of the packed forms.
const PACKED: [&str; 2] = ["br", "gz"];

/// What was done.
#[derive(Debug, PartialEq, Eq)]
pub struct Done {
    files: usize,
}

impl fmt::Display for Done {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} files as .br and .gz", self.files)
    }
}

/// Packs all files of a folder and below it, and removes the packed forms that
/// have no file beside them any more. It comes last: what changes a file
/// afterwards leaves the old one in its packed forms.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn pack(folder: &Path) -> Outcome<Done> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let next = AtomicUsize::new(0);
    let problem: Mutex<Option<Problem>> = Mutex::new(None);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = write(file) {
                        let told = Problem::with_file(file, "packed", &error);
                        *problem.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
                    }
                }
            });
        }
    });
    match problem.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(problem) => Err(problem),
        None => Ok(Done { files: files.len() }),
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let unreadable = |error| Problem::with_file(folder, "read", &error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            collect(&path, files)?;
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if ENDINGS.contains(&&*ending) {
            files.push(path);
        } else if PACKED.contains(&&*ending) && !path.with_extension("").is_file() {
            fs::remove_file(&path).map_err(|error| Problem::with_file(&path, "removed", &error))?;
        }
    }
    Ok(())
}

fn write(file: &Path) -> io::Result<()> {
    let bytes = fs::read(file)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let forms = [weight::packed(&bytes)?, gzip.finish()?];
    for (ending, packed) in PACKED.iter().zip(forms) {
        let mut name = OsString::from(file);
        name.push(format!(".{ending}"));
        fs::write(name, packed)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;
    use std::io::Read;

    #[test]
    fn each_packed_form_is_the_file_again_when_unpacked() {
        let folder = Folder::new();
        let text = "the Development Agenda ".repeat(100);
        folder.write("a/b.html", &text);
        assert_eq!(pack(folder.path()), Ok(Done { files: 1 }));
        let path = folder.path().join("a/b.html");
        let read = |ending| fs::read(path.with_extension(ending)).expect("it was written");
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &read("html.br")[..], &mut from_brotli)
            .expect("it is Brotli");
        assert_eq!(from_brotli, text.as_bytes());
        let mut from_gzip = String::new();
        let packed = read("html.gz");
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_string(&mut from_gzip)
            .expect("it is gzip");
        assert_eq!(from_gzip, text);
        assert!(packed.len() < text.len() / 10);
    }

    #[test]
    fn what_is_packed_already_stays_and_what_is_left_over_goes() {
        let folder = Folder::new();
        for name in ["a.png", "old.js.br", "old.js.gz", "new.js"] {
            folder.write(name, "1");
        }
        pack(folder.path()).expect("it can be written");
        let there = |name: &str| folder.path().join(name).exists();
        assert!(there("new.js.br") && there("new.js.gz") && there("a.png"));
        assert!(!there("a.png.br") && !there("old.js.br") && !there("old.js.gz"));
    }
}

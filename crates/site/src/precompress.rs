//! The compressed forms of the built files, made ahead, so that a host need not
//! compress while somebody waits: `.br` and `.gz` beside each file that gains
//! from it.

use std::{
    ffi::OsString,
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::{Context, Error, Result};
use brotli::enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode};
use flate2::{Compression, write::GzEncoder};
use fs_err as fs;

use crate::files;

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

/// The endings of the compressed forms.
const COMPRESSED: [&str; 2] = ["br", "gz"];

/// Compresses all files of a folder and below it, and removes the compressed
/// forms that have no file beside them any more; gives how many files it were.
/// It comes last: what changes a file afterwards leaves the old one in its
/// compressed forms.
///
/// # Errors
/// Where a file cannot be read or written.
pub fn compress(folder: &Path) -> Result<usize> {
    let mut plain = Vec::new();
    for path in files::all(folder)? {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        if ENDINGS.contains(&&*ending) {
            plain.push(path);
        } else if COMPRESSED.contains(&&*ending) && !path.with_extension("").is_file() {
            fs::remove_file(&path)?;
        }
    }
    let next = AtomicUsize::new(0);
    let problem: Mutex<Option<Error>> = Mutex::new(None);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(file) = plain.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = write(file) {
                        *problem.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                    }
                }
            });
        }
    });
    match problem.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(problem) => Err(problem),
        None => Ok(plain.len()),
    }
}

fn write(file: &PathBuf) -> Result<()> {
    let bytes = fs::read(file)?;
    let forms = [brotli(&bytes), gzip(&bytes)];
    for (ending, compressed) in COMPRESSED.iter().zip(forms) {
        let compressed =
            compressed.with_context(|| format!("{} cannot be compressed", file.display()))?;
        let mut name = OsString::from(file);
        name.push(format!(".{ending}"));
        fs::write(PathBuf::from(name), compressed)?;
    }
    Ok(())
}

/// How Brotli is tried: the mode, and the logarithm of the size of its blocks, 0 where it
/// chooses. Each is the best for some of the files of the first load, by up to 0.6 %.
const TRIES: [(BrotliEncoderMode, i32); 3] = [
    (BrotliEncoderMode::BROTLI_MODE_GENERIC, 0),
    (BrotliEncoderMode::BROTLI_MODE_GENERIC, 16),
    (BrotliEncoderMode::BROTLI_MODE_FONT, 0),
];

/// What a host sends which has compressed a file ahead, by Brotli: the smallest of some
/// tries.
///
/// # Errors
/// Where the encoder fails.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut smallest: Option<Vec<u8>> = None;
    for (mode, lgblock) in TRIES {
        let settings = BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            lgblock,
            mode,
            size_hint: bytes.len(),
            ..Default::default()
        };
        let mut out = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)?;
        if smallest.as_ref().is_none_or(|it| out.len() < it.len()) {
            smallest = Some(out);
        }
    }
    Ok(smallest.unwrap_or_default())
}

/// The same by gzip, which every host and proxy knows.
///
/// # Errors
/// Where the encoder fails.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;
    use std::io::Read;

    #[test]
    fn each_compressed_form_is_the_file_again_when_unpacked() {
        let folder = Folder::new();
        let text = "the Development Agenda ".repeat(100);
        folder.write("a/b.html", &text);
        assert_eq!(compress(folder.path()).expect("it can be written"), 1);
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
    fn text_that_repeats_itself_becomes_small() {
        let text = "the Development Agenda ".repeat(1000);
        let size = brotli(text.as_bytes()).expect("memory is enough").len();
        assert!(size > 10 && size < 100, "{size}");
    }

    #[test]
    fn what_is_compressed_already_stays_and_what_is_left_over_goes() {
        let folder = Folder::new();
        for name in ["a.png", "old.js.br", "old.js.gz", "new.js"] {
            folder.write(name, "1");
        }
        compress(folder.path()).expect("it can be written");
        let there = |name: &str| folder.path().join(name).exists();
        assert!(there("new.js.br") && there("new.js.gz") && there("a.png"));
        assert!(!there("a.png.br") && !there("old.js.br") && !there("old.js.gz"));
    }
}

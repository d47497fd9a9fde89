//! The packed forms of a file that stand beside it, and which one a browser may
//! get.

use std::{ffi::OsString, fs::File, path::Path};

/// What stands beside a file.
pub enum Beside {
    /// A packed form that the browser understands, and the name of its packing.
    Fitting(&'static str, File),
    /// Packed forms that this browser does not understand.
    Other,
    Nothing,
}

/// The packings by the ending of their files, the better one first.
const PACKINGS: [(&str, &str); 2] = [("br", "br"), ("gz", "gzip")];

/// Looks for the packed forms of a file.
pub fn beside(path: &Path, accepted: &str) -> Beside {
    let mut found = Beside::Nothing;
    for (ending, packing) in PACKINGS {
        let mut name = OsString::from(path);
        name.push(format!(".{ending}"));
        let Some(file) = current(Path::new(&name), path) else {
            continue;
        };
        if accepts(accepted, packing) {
            return Beside::Fitting(packing, file);
        }
        found = Beside::Other;
    }
    found
}

/// The packed file, unless the other one has changed since.
fn current(packed: &Path, original: &Path) -> Option<File> {
    let file = File::open(packed).ok()?;
    let own = file.metadata().ok()?.modified().ok()?;
    let others = original.metadata().ok()?.modified().ok()?;
    (own >= others).then_some(file)
}

/// Reads `gzip, br;q=0.5`; a weight of nothing is a refusal.
fn accepts(accepted: &str, packing: &str) -> bool {
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case(packing));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
        named && weight.is_none_or(|weight| weight > 0.0)
    })
}

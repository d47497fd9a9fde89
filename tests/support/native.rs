//! The Unicode tables that native tests bring to the core.

use explorer::unicode::Unicode;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The tables of the crate `unicode-normalization`.
pub const NATIVE: Unicode = Unicode {
    compose: |text| text.nfc().collect(),
    fold: |character| {
        let folds = character.is_alphanumeric() || is_combining_mark(character);
        folds.then(|| {
            let parts = character.nfkd().filter(|part| !is_combining_mark(*part));
            parts.flat_map(char::to_lowercase).collect()
        })
    },
};

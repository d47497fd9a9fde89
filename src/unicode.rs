//! The door to the Unicode tables: normal forms and case folding.
//!
//! The core needs both, but their tables would cost the reader more than the
//! whole engine, and every browser carries them. So the shell brings the
//! functions in, and native callers bring those of a crate.

use crate::engine::CharFold;

/// What the core asks of Unicode.
#[derive(Clone, Copy)]
pub struct Unicode {
    /// Normalisation form C of a text.
    pub compose: fn(&str) -> String,
    /// Folds one character that is not ASCII; see [`CharFold`].
    pub fold: CharFold,
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Unicode;
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    /// The tables of the crate `unicode-normalization`, for tests.
    pub(crate) const NATIVE: Unicode = Unicode {
        compose: |text| text.nfc().collect(),
        fold: |character| {
            let folds = character.is_alphanumeric() || is_combining_mark(character);
            folds.then(|| {
                let parts = character.nfkd();
                let letters = parts.filter(|part| !is_combining_mark(*part));
                letters.flat_map(char::to_lowercase).collect()
            })
        },
    };
}

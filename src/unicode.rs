//! The door to the Unicode tables: normal forms and case folding.
//!
//! The core needs both, but their tables would cost the reader more than the
//! whole engine, and every browser carries them. So the shell brings the
//! functions in, and native callers bring those of a crate.

use facet_search::CharFold;

/// What the core asks of Unicode.
#[derive(Clone, Copy)]
pub struct Unicode {
    /// Normalisation form C of a text.
    pub compose: fn(&str) -> String,
    /// Folds one character that is not ASCII; see [`CharFold`].
    pub fold: CharFold,
}

/// The tables of the crate `unicode-normalization`, where there is no browser.
#[cfg(any(test, feature = "prerender"))]
pub const NATIVE: Unicode = Unicode {
    compose: |text| {
        use unicode_normalization::UnicodeNormalization;
        text.nfc().collect()
    },
    fold: facet_search::fold_char,
};

//! Unicode normal forms and case folding, as functions that the caller provides.
//!
//! The core needs both, but their tables are larger than the whole search, and
//! every browser has them. Native callers use those of a crate.

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

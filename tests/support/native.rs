//! The Unicode tables that native tests bring to the core.

use explorer::unicode::Unicode;
use unicode_normalization::UnicodeNormalization;

/// The tables of the crate `unicode-normalization`.
pub const NATIVE: Unicode = Unicode {
    compose: |text| text.nfc().collect(),
    fold: facet_search::fold_char,
};

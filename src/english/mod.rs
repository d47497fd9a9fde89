//! English words that are not typing errors. The search corrects a word that it does not
//! know to one that it knows: `tecnology` to `technology`. It must not correct `parent` to
//! `patent`.
//!
//! Of the list in `words.txt` the build script (`near.rs`) keeps the words that are near a
//! word of the data set, as a Bloom filter. Where that takes a typing error for a word,
//! which it does about once in a hundred, the error is not corrected, only offered.

mod bloom;

/// What the build script made of the list.
const NEAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/english_words.bin"));

/// Whether a folded word that the search would correct is a word of English.
///
/// It is in the part of the wasm with the words, with the filter.
#[inline(never)]
pub fn is_word(word: &str) -> bool {
    bloom::contains(NEAR, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_near_others_are_known() {
        // Near gender, patent and others.
        for word in ["tender", "parent", "patient", "mothers"] {
            assert!(is_word(word), "{word}");
        }
        for error in [
            "folklor",
            "tecnology",
            "patants",
            "developement",
            "inovation",
        ] {
            assert!(!is_word(error), "{error}");
        }
    }
}

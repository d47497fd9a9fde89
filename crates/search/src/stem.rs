//! Stems of English words: what makes `studies` and `study` the same.

use rust_stemmers::{Algorithm, Stemmer};

use super::sorted_vec::insert_unique;

/// The Snowball English stemmer, with families of words that it would get
/// wrong.
pub struct Stems {
    snowball: Stemmer,
    /// Words with their stems; sorted.
    known: Vec<(String, String)>,
}

impl Stems {
    /// Each family of folded words has a stem that no other word has.
    pub(super) fn new(stem_overrides: impl Iterator<Item = Vec<String>>) -> Stems {
        let mut known = Vec::new();
        for words in stem_overrides {
            // No word has such a sign in it.
            let stem = format!("={}", words.first().map_or("", String::as_str));
            for word in words {
                insert_unique(&mut known, (word, stem.clone()));
            }
        }
        Stems {
            snowball: Stemmer::create(Algorithm::English),
            known,
        }
    }

    /// The stem of a folded word. Only words of ASCII letters have one that
    /// differs from them, and those of families.
    pub(super) fn stem(&self, word: &str) -> String {
        let known = self
            .known
            .binary_search_by(|(other, _)| other.as_str().cmp(word));
        match known.ok().and_then(|place| self.known.get(place)) {
            Some((_, stem)) => stem.clone(),
            None if word.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                self.snowball.stem(word).into_owned()
            }
            None => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflected_words_have_one_stem_and_families_their_own() {
        let stem_overrides = ["developed", "program programme"].map(|words| {
            let words = words.split(' ').map(str::to_owned);
            words.collect()
        });
        let stems = Stems::new(stem_overrides.into_iter());
        assert_eq!(stems.stem("studies"), stems.stem("study"));
        assert_eq!(stems.stem("developing"), stems.stem("develop"));
        assert_ne!(stems.stem("developed"), stems.stem("develop"));
        assert_eq!(stems.stem("programme"), stems.stem("program"));
        assert_ne!(stems.stem("programs"), stems.stem("program"));
        assert_eq!(stems.stem("15th"), "15th");
        assert_eq!(stems.stem("évaluations"), "évaluations");
    }
}

//! Stems of English words: `studies` and `study` have the same one.

use rust_stemmers::{Algorithm, Stemmer};

use crate::sorting::insert_unique;

/// The Snowball English stemmer, corrected by groups of words that it gets
/// wrong.
pub(crate) struct Stems {
    snowball: Stemmer,
    /// Words of the groups with their stems; sorted.
    overrides: Vec<(String, String)>,
}

impl Stems {
    /// Each group of folded words gets a stem that no other word has.
    pub(crate) fn new(groups: impl Iterator<Item = Vec<String>>) -> Stems {
        let mut overrides = Vec::new();
        for words in groups {
            // No folded word contains this character.
            let stem = format!("={}", words.first().map_or("", String::as_str));
            for word in words {
                insert_unique(&mut overrides, (word, stem.clone()));
            }
        }
        Stems {
            snowball: Stemmer::create(Algorithm::English),
            overrides,
        }
    }

    /// The stem of a folded word. A word with other characters than ASCII
    /// letters is its own stem, unless a group contains it.
    pub(crate) fn stem(&self, word: &str) -> String {
        let position = self
            .overrides
            .binary_search_by(|(other, _)| other.as_str().cmp(word));
        match position.ok().and_then(|it| self.overrides.get(it)) {
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
    fn inflected_words_share_a_stem_and_groups_have_their_own() {
        let groups = ["developed", "program programme"]
            .map(|words| words.split(' ').map(str::to_owned).collect());
        let stems = Stems::new(groups.into_iter());
        assert_eq!(stems.stem("studies"), stems.stem("study"));
        assert_eq!(stems.stem("developing"), stems.stem("develop"));
        assert_ne!(stems.stem("developed"), stems.stem("develop"));
        assert_eq!(stems.stem("programme"), stems.stem("program"));
        assert_ne!(stems.stem("programs"), stems.stem("program"));
        assert_eq!(stems.stem("15th"), "15th");
        assert_eq!(stems.stem("évaluations"), "évaluations");
    }
}

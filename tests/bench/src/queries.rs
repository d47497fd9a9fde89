//! The 40 queries, the same ones in Rust and under Node.

use serde::Deserialize;

/// A query as it is written down in `queries.json`.
#[derive(Debug, Deserialize)]
pub struct Asked {
    pub text: String,
    /// For each facet, the positions of the chosen values.
    pub chosen: Vec<Vec<usize>>,
}

/// All of them.
///
/// # Panics
/// If `queries.json` is not a list of queries.
pub fn queries() -> Vec<Asked> {
    serde_json::from_str(include_str!("../queries.json")).expect("queries.json lists queries")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpora, native::NATIVE, subject};

    #[test]
    fn there_are_40_queries_and_a_third_of_them_choose_values() {
        let queries = queries();
        let chooses = |query: &&Asked| query.chosen.iter().any(|values| !values.is_empty());
        assert_eq!(queries.len(), 40);
        assert_eq!(queries.iter().filter(chooses).count(), 14);
    }

    #[test]
    fn every_query_finds_something_in_the_agenda() {
        let agenda = explorer::embedded::agenda().expect("the data set is embedded");
        let synthetic = corpora::corpus(&agenda, agenda.len());
        let facets = subject::facets(&synthetic.sizes);
        let corpus = subject::corpus(&subject::documents(&synthetic), &facets, NATIVE.fold);
        for asked in queries() {
            let query = subject::query(&asked.text, &asked.chosen, NATIVE.fold);
            assert!(facet_search::count(&corpus, &query) > 0, "{asked:?}");
        }
    }

    /// What the libraries would not understand, or would answer otherwise.
    #[test]
    fn the_queries_are_plain_words() {
        for query in queries() {
            let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(query.text.split(' ').all(plain), "{query:?}");
        }
    }
}

//! The corpora: the 45 recommendations, and larger ones recombined from their
//! sentences. The same size is always the same corpus, in Rust and under Node.

use crate::dice::Dice;
use explorer::data::{Agenda, Recommendation};
use serde::Serialize;

/// The sizes that are measured unless others are asked for.
pub const SIZES: [usize; 4] = [45, 1_000, 10_000, 100_000];

const SEED: u64 = 2007;

/// The position of the facet of the sections, of which each text has one.
const SECTION: usize = 0;

/// A recombined recommendation has one sentence at least and so many at most.
const MOST_SENTENCES: usize = 3;

/// Documents and the facets that they are counted by.
#[derive(Serialize)]
pub struct Synthetic {
    /// The number of values of each facet.
    pub sizes: Vec<usize>,
    /// In the order of their ids, which are their positions.
    pub documents: Vec<Text>,
}

/// One document.
#[derive(Clone, Serialize)]
pub struct Text {
    pub id: usize,
    pub text: String,
    /// For each facet, the values that it carries, in rising order.
    pub values: Vec<Vec<usize>>,
}

/// The corpus of a size: the real recommendations where there are as many,
/// recombined ones otherwise.
pub fn corpus(agenda: &Agenda, size: usize) -> Synthetic {
    let real: Vec<Text> = agenda
        .recommendations
        .iter()
        .enumerate()
        .map(|(id, one)| Text {
            id,
            text: one.passages().collect::<Vec<_>>().join(" "),
            values: values(agenda, one),
        })
        .collect();
    let documents = if size == agenda.len() {
        real
    } else {
        recombined(&sentences(agenda), &real, size)
    };
    Synthetic {
        sizes: agenda
            .facets
            .iter()
            .map(|facet| facet.values.len())
            .collect(),
        documents,
    }
}

fn values(agenda: &Agenda, recommendation: &Recommendation) -> Vec<Vec<usize>> {
    let facets = agenda.facets.iter();
    facets
        .map(|facet| facet.values_of(recommendation.number).collect())
        .collect()
}

/// A sentence, or a clause that stands like one, and the position of the
/// recommendation that it is from.
struct Sentence<'a> {
    text: &'a str,
    source: usize,
}

fn sentences(agenda: &Agenda) -> Vec<Sentence<'_>> {
    let recommendations = agenda.recommendations.iter().enumerate();
    recommendations
        .flat_map(|(source, one)| {
            let cut = one.passages().flat_map(cut);
            cut.map(move |text| Sentence { text, source })
        })
        .collect()
}

/// Cuts a passage after full stops and semicolons.
fn cut(passage: &str) -> impl Iterator<Item = &str> {
    let pieces = passage.split_inclusive(". ");
    let pieces = pieces.flat_map(|piece| piece.split_inclusive("; "));
    pieces.map(str::trim).filter(|piece| !piece.is_empty())
}

fn recombined(sentences: &[Sentence], real: &[Text], size: usize) -> Vec<Text> {
    let mut dice = Dice::new(SEED);
    (0..size)
        .map(|id| {
            let count = 1 + dice.below(MOST_SENTENCES);
            let drawn: Vec<_> = (0..count).map(|_| dice.pick(sentences)).collect();
            let sources: Vec<_> = drawn.iter().map(|one| &real[one.source]).collect();
            let text: Vec<_> = drawn.iter().map(|one| one.text).collect();
            Text {
                id,
                text: text.join(" "),
                values: united(&sources),
            }
        })
        .collect()
}

/// The values of all sources, as a recommendation that says all this would
/// carry. Only the cluster is that of the first one: there is one for each.
fn united(sources: &[&Text]) -> Vec<Vec<usize>> {
    let facets = 0..sources.first().map_or(0, |first| first.values.len());
    facets
        .map(|facet| {
            let from = if facet == SECTION { 1 } else { sources.len() };
            let all = sources.iter().take(from);
            let mut values: Vec<usize> = all
                .flat_map(|source| source.values[facet].iter().copied())
                .collect();
            values.sort_unstable();
            values.dedup();
            values
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agenda() -> Agenda {
        explorer::embedded::agenda().expect("the data set is embedded")
    }

    #[test]
    fn the_corpus_of_45_is_the_agenda() {
        let agenda = agenda();
        let corpus = corpus(&agenda, 45);
        assert_eq!(corpus.sizes, [6, 27, 10, 5]);
        assert!(
            corpus.documents[11]
                .text
                .starts_with("To further mainstream")
        );
        assert_eq!(corpus.documents[11].values[SECTION], [0]);
    }

    #[test]
    fn a_size_is_always_the_same_corpus() {
        let agenda = agenda();
        let json = |corpus: &Synthetic| serde_json::to_string(corpus).expect("it is plain data");
        let one = corpus(&agenda, 1_000);
        assert_eq!(json(&one), json(&corpus(&agenda, 1_000)));
        // Another sum is another corpus, and makes every published figure void.
        let bytes: usize = one
            .documents
            .iter()
            .map(|document| document.text.len())
            .sum();
        assert_eq!((one.documents.len(), bytes), (1_000, 423_981));
    }

    #[test]
    fn no_word_is_lost_or_made_up_when_sentences_are_cut() {
        let agenda = agenda();
        for one in agenda
            .recommendations
            .iter()
            .flat_map(Recommendation::passages)
        {
            assert_eq!(cut(one).collect::<Vec<_>>().join(" "), one);
        }
        let passage = "a be: inclusive; b. And c.";
        assert_eq!(
            cut(passage).collect::<Vec<_>>(),
            ["a be: inclusive;", "b.", "And c."]
        );
    }

    #[test]
    fn a_recombined_recommendation_has_one_cluster_and_the_values_of_its_sources() {
        let agenda = agenda();
        let real = corpus(&agenda, 45).documents;
        let united = united(&[&real[0], &real[15]]);
        assert_eq!(united[SECTION], real[0].values[SECTION]);
        for source in [&real[0], &real[15]] {
            for (facet, values) in source.values.iter().enumerate().skip(1) {
                assert!(values.iter().all(|value| united[facet].contains(value)));
            }
        }
    }
}

//! Similar recommendations: what is near, why, and that nothing else is named. The
//! measure is computed a second time here, without sharing code with the first.

mod support;

use std::collections::{BTreeMap, BTreeSet};

use explorer::data::{self, Agenda, Relative};
use support::{NATIVE, agenda};

const CHARTER: &str = include_str!("data/charter.json");

fn read(json: &str) -> Agenda {
    let (agenda, _) = data::read(json).unwrap_or_else(|error| panic!("{error}"));
    agenda
}

/// The relatives of each recommendation, by its number.
fn relatives(agenda: &Agenda) -> BTreeMap<u16, Vec<Relative>> {
    let numbers = agenda.recommendations.iter().map(|it| it.number);
    numbers
        .zip(explorer::relatives::relatives(agenda, NATIVE.fold))
        .collect()
}

/// The topics that a recommendation carries, by their ids.
fn topics(agenda: &Agenda, number: u16) -> BTreeSet<&str> {
    let facet = agenda.topic().map(|topic| &agenda.facets[topic]);
    let values = facet.into_iter().flat_map(|facet| &facet.values);
    values
        .filter(|value| value.tags.iter().any(|tag| tag.number == number))
        .map(|value| value.id.as_str())
        .collect()
}

/// The runs of at most three words of a text of ASCII letters, one behind the other, as
/// often as they occur.
fn runs(agenda: &Agenda, number: u16) -> Vec<String> {
    let entry = agenda.recommendation(number).expect("it exists");
    let mut runs = Vec::new();
    for block in &entry.text {
        let plain = block.text.replace(['\'', '’'], "").to_lowercase();
        let words: Vec<&str> = plain
            .split(|it: char| !it.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        for start in 0..words.len() {
            for end in start + 1..=(start + 3).min(words.len()) {
                runs.push(words[start..end].join(" "));
            }
        }
    }
    runs
}

/// The weight of each run of each text, as `docs/decisions/0079` describes it.
fn weights(agenda: &Agenda) -> BTreeMap<u16, BTreeMap<String, f64>> {
    let all = agenda.recommendations.iter().map(|it| it.number);
    let texts: Vec<(u16, Vec<String>)> = all.map(|it| (it, runs(agenda, it))).collect();
    let weight = |runs: &[String], run: &String| {
        let often = runs.iter().filter(|it| *it == run).count();
        let having = texts.iter().filter(|(_, runs)| runs.contains(run)).count();
        often as f64 * (texts.len() as f64 / having as f64).ln()
    };
    let weights = texts.iter().map(|(number, runs)| {
        let weights = runs.iter().map(|run| (run.clone(), weight(runs, run)));
        (*number, weights.collect())
    });
    weights.collect()
}

/// The similarity of two recommendations, from the weights of all.
fn similarity(
    agenda: &Agenda,
    weights: &BTreeMap<u16, BTreeMap<String, f64>>,
    [one, other]: [u16; 2],
) -> f64 {
    let all: Vec<u16> = weights.keys().copied().collect();
    let product = |one: u16, other: u16| -> f64 {
        let (one, other) = (&weights[&one], &weights[&other]);
        let both = one.keys().filter(|run| other.contains_key(*run));
        both.map(|run| one[run] * other[run]).sum()
    };
    let cosine = product(one, other) / (product(one, one) * product(other, other)).sqrt();
    if agenda.topic().is_none() {
        return cosine;
    }
    let rarity = |topic: &&str| {
        let having = all
            .iter()
            .filter(|it| topics(agenda, **it).contains(*topic));
        (all.len() as f64 / having.count() as f64).ln()
    };
    let (these, those) = (topics(agenda, one), topics(agenda, other));
    let both: f64 = these.intersection(&those).map(rarity).sum();
    let either: f64 = these.union(&those).map(rarity).sum();
    let jaccard = if either > 0.0 { both / either } else { 0.0 };
    0.6 * cosine + 0.4 * jaccard
}

/// Holds that the relatives are those of the brute-force measure.
fn are_the_nearest(agenda: &Agenda) {
    let weights = weights(agenda);
    for (number, relatives) in relatives(agenda) {
        let others = agenda.recommendations.iter().map(|it| it.number);
        let mut expected: Vec<(f64, u16)> = others
            .filter(|other| *other != number)
            .map(|other| (similarity(agenda, &weights, [number, other]), other))
            .filter(|(similarity, _)| *similarity >= 0.08)
            .collect();
        expected.sort_by(|(one, first), (other, second)| {
            let is_equal = (one - other).abs() < 1e-8;
            let nearer = if is_equal {
                None
            } else {
                other.partial_cmp(one)
            };
            nearer.unwrap_or(first.cmp(second))
        });
        let expected: Vec<u16> = expected.iter().take(5).map(|(_, it)| *it).collect();
        let found: Vec<u16> = relatives.iter().map(|it| it.number).collect();
        assert_eq!(found, expected, "those of {number}");
    }
}

/// Whether a quotation cannot begin or end with a word.
fn is_no_end(agenda: &Agenda, word: &str) -> bool {
    let word = word.to_lowercase();
    agenda.function_words.contains(&word) || ["and", "or", ""].contains(&word.as_str())
}

/// Whether a text has words, and not as parts of longer ones.
fn has(text: &str, words: &str) -> bool {
    let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(start, _)| {
        let (before, after) = (&text[..start], &text[start + words.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}

#[test]
fn two_that_say_nearly_the_same_are_each_others_nearest() {
    let relatives = relatives(&agenda());
    assert_eq!(relatives[&1][0].number, 13);
    assert_eq!(relatives[&13][0].number, 1);
}

#[test]
fn each_names_some_others_at_most_five_and_none_twice() {
    for (number, relatives) in relatives(&agenda()) {
        let numbers: BTreeSet<u16> = relatives.iter().map(|it| it.number).collect();
        assert_eq!(numbers.len(), relatives.len(), "{number}: {relatives:?}");
        assert!(!numbers.contains(&number), "{number}");
        assert!(
            (1..=5).contains(&relatives.len()),
            "{number}: {relatives:?}"
        );
    }
}

#[test]
fn the_order_is_that_of_the_published_measure() {
    are_the_nearest(&agenda());
    are_the_nearest(&read(CHARTER));
}

#[test]
fn every_reason_holds() {
    let agenda = agenda();
    for (number, relatives) in relatives(&agenda) {
        let entry = agenda.recommendation(number).expect("it exists");
        for relative in relatives {
            let (pair, other) = ([number, relative.number], relative.number);
            let other = agenda.recommendation(other).expect("it exists");
            let facet = &agenda.facets[agenda.topic().expect("there are themes")];
            let shared = facet
                .values
                .iter()
                .filter(|it| it.is_shared(pair[0], pair[1]));
            let shared: BTreeSet<&str> = shared.map(|value| value.id.as_str()).collect();
            let [these, those] = pair.map(|it| topics(&agenda, it));
            let both: BTreeSet<&str> = these.intersection(&those).copied().collect();
            assert_eq!(
                shared.iter().copied().collect::<BTreeSet<_>>(),
                both,
                "{pair:?}"
            );
            let Some(quote) = &relative.words else {
                assert!(!shared.is_empty(), "{pair:?} has no reason");
                continue;
            };
            let words = quote.words(entry);
            let parts = words.split(|it: char| !it.is_alphanumeric());
            let length = parts.filter(|part| !part.is_empty()).count();
            assert!(shared.is_empty() || length >= 4, "{pair:?}: {words:?}");
            let mut ends = [words.split(' ').next(), words.split(' ').next_back()].into_iter();
            assert!(
                !ends.any(|end| end.is_none_or(|end| is_no_end(&agenda, end))),
                "{words:?}"
            );
            for text in [entry, other] {
                let mut blocks = text.passages();
                assert!(blocks.any(|block| has(block, words)), "{pair:?}: {words:?}");
            }
            // The quotation cannot be longer, but for function words.
            let text = &entry.text[quote.block].text;
            let (before, after) = (&text[..quote.start], &text[quote.start + quote.length..]);
            let (before, after) = (before.split(' ').rev().nth(1), after.split(' ').nth(1));
            let before = before.map(|word| (word, format!("{word} {words}")));
            let after = after.map(|word| (word, format!("{words} {word}")));
            for (word, longer) in before.into_iter().chain(after) {
                let is_in_both = [entry, other].iter().all(|text| {
                    let mut blocks = text.passages();
                    blocks.any(|block| has(block, &longer))
                });
                let is_no_end = is_no_end(&agenda, word);
                assert!(!is_in_both || is_no_end, "{pair:?}: {longer:?}");
            }
        }
    }
}

#[test]
fn the_longest_common_words_of_the_two_are_quoted() {
    let agenda = agenda();
    let relatives = relatives(&agenda);
    let quote = relatives[&13][0].words.as_ref().expect("they are quoted");
    let words = quote.words(agenda.recommendation(13).expect("it exists"));
    assert_eq!(
        words,
        "taking into account the priorities and the special needs of developing countries, \
         especially LDCs, as well as the different levels of development of Member States and \
         activities should include time frames for completion"
    );
}

#[test]
fn they_survive_the_form_in_which_they_are_embedded() {
    let published = include_str!("../public/data/agenda.json");
    let (agenda, mut details) = data::read(published).expect("the data can be read");
    details.relatives = explorer::relatives::relatives(&agenda, NATIVE.fold);
    let encoded = details.encode().expect("they can be encoded");
    assert_eq!(data::Details::decode(&encoded), Ok(details));
}

#[test]
fn without_topics_the_words_decide_alone() {
    let json = CHARTER.replace("\"switchable\": true,", "");
    let charter = read(&json);
    assert_eq!(charter.topic(), None);
    are_the_nearest(&charter);
    let mut published = agenda();
    published.facets.truncate(1);
    are_the_nearest(&published);
    let relatives = relatives(&published);
    assert_eq!(relatives[&1][0].number, 13);
    let named = relatives.values().flatten();
    assert!(named.into_iter().all(|relative| relative.words.is_some()));
}

#[test]
fn a_data_set_of_one_has_no_relatives() {
    let mut one = agenda();
    one.recommendations.truncate(1);
    assert_eq!(explorer::relatives::relatives(&one, NATIVE.fold), [vec![]]);
}

#[test]
fn equal_texts_come_in_the_order_of_their_numbers() {
    let mut equal = agenda();
    equal.facets.truncate(1);
    let text = equal.recommendations[4].text.clone();
    for entry in &mut equal.recommendations[20..30] {
        entry.text = text.clone();
    }
    let relatives = relatives(&equal);
    let numbers: Vec<u16> = relatives[&5].iter().map(|it| it.number).collect();
    assert_eq!(numbers, [21, 22, 23, 24, 25]);
}

#[test]
fn words_are_quoted_only_if_they_are_whole_words_in_both_texts() {
    let mut agenda = agenda();
    agenda.facets.truncate(1);
    let texts = [
        "The right to know alpha, beta",
        "Copyright to knowing alpha beta",
    ];
    for (entry, text) in agenda.recommendations.iter_mut().zip(texts) {
        entry.text[0].text = text.to_owned();
    }
    let nearest = relatives(&agenda)[&1][0].clone();
    assert_eq!(nearest.number, 2);
    let quote = nearest.words.expect("it is the reason");
    assert_eq!(quote.words(&agenda.recommendations[0]), "alpha");
}

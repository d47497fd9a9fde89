//! Duty: hold the glossary against its rules and against the words of the recommendations.
//! Edge: reads plain values, see `support/published.rs`, and compares words on its own, not with
//! the search; only the last tests use the explorer's own type, to see that it reads the same.

#[path = "support/published.rs"]
mod published;

use explorer::data::{Agenda, AgendaError};
use published::{agenda, list, number, text};
use rust_stemmers::{Algorithm, Stemmer};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The families of the data: each word with its stem, the first of its family.
static FAMILIES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let agenda = agenda();
    let families = list(&agenda, "families").iter();
    let words = |family: &Value| {
        let words = family.as_array().expect("a family is a list").iter();
        let words = words.map(|word| word.as_str().expect("a word").to_owned());
        words.collect::<Vec<_>>()
    };
    let pairs = families.map(words).flat_map(|words| {
        let first = words[0].clone();
        words.into_iter().map(move |word| (word, first.clone()))
    });
    pairs.collect()
});

/// What more recommendations than this carry says little about any of them.
const BROAD: usize = 20;

/// The one entry that may be broad, by its first word: the matter of the whole agenda.
const MAY_BE_BROAD: &str = "IP";

/// The words of a phrase, folded, as stems.
fn stems(phrase: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let plain = phrase.nfd().filter(|&c| !is_combining_mark(c));
    let plain: Vec<_> = plain.filter(|c| !matches!(c, '\'' | '‘' | '’')).collect();
    let letter = |at: usize| plain.get(at).is_some_and(|c| c.is_alphanumeric());
    let mut words = vec![String::new()];
    for (at, &c) in plain.iter().enumerate() {
        let joins = c == '&' && at > 0 && letter(at - 1) && letter(at + 1);
        match words.last_mut() {
            Some(word) if c.is_alphanumeric() => word.extend(c.to_lowercase()),
            _ if joins => {}
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    let stem = |word: String| match FAMILIES.get(&word) {
        Some(stem) => stem.clone(),
        None => stemmer.stem(&word).into_owned(),
    };
    words.into_iter().map(stem).collect()
}

/// The recommendations as the stems of their blocks, and the titles of the clusters, which a
/// phrase can name as well.
struct Texts {
    blocks: Vec<(u64, Vec<String>)>,
    titles: Vec<Vec<String>>,
}

impl Texts {
    fn of(agenda: &Value) -> Texts {
        let mut blocks = Vec::new();
        for each in list(agenda, "recommendations") {
            for block in list(each, "text") {
                blocks.push((number(each), stems(text(block, "text"))));
            }
        }
        let clusters = list(agenda, "clusters").iter();
        Texts {
            blocks,
            titles: clusters.map(|it| stems(text(it, "title"))).collect(),
        }
    }

    /// The numbers in which a phrase stands within one block.
    fn with(&self, phrase: &str) -> BTreeSet<u64> {
        let phrase = stems(phrase);
        assert!(!phrase.is_empty(), "nothing to look for");
        let mut found = BTreeSet::new();
        for (number, block) in &self.blocks {
            if block.windows(phrase.len()).any(|words| words == phrase) {
                found.insert(*number);
            }
        }
        found
    }

    /// Whether a phrase finds nothing.
    fn lack(&self, phrase: &str) -> bool {
        self.with(phrase).is_empty() && !self.titles.contains(&stems(phrase))
    }

    /// The numbers in which any of the phrases stands.
    fn with_any(&self, phrases: &[&str]) -> BTreeSet<u64> {
        phrases.iter().flat_map(|each| self.with(each)).collect()
    }
}

fn phrases<'a>(entry: &'a Value, key: &str) -> Vec<&'a str> {
    let all = list(entry, key).iter();
    all.map(|each| each.as_str().expect("a phrase is text"))
        .collect()
}

fn is_ring(entry: &Value) -> bool {
    entry.get("finds").is_none() && !is_absent(entry)
}

/// Whether the texts say nothing of it; `what_is_near_finds_something` checks the rest.
fn is_absent(entry: &Value) -> bool {
    entry.get("near").is_some()
}

/// What an entry looks for in the texts.
fn sought(entry: &Value) -> Vec<&str> {
    phrases(entry, if is_ring(entry) { "words" } else { "finds" })
}

/// Everything in which a glossary breaks the rules.
fn faults(glossary: &[Value], texts: &Texts) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<Vec<String>, &str> = BTreeMap::new();
    for entry in glossary {
        let words = phrases(entry, "words");
        let least = if is_ring(entry) { 2 } else { 1 };
        if words.len() < least {
            faults.push(format!("too few words: {entry}"));
        }
        for word in &words {
            if let Some(other) = seen.insert(stems(word), word) {
                faults.push(format!("{word:?} is the same as {other:?}"));
            }
        }
        let reason = text(entry, "reason");
        let sentence = reason.strip_suffix('.').is_some_and(|rest| {
            rest.starts_with(char::is_uppercase) && !rest.ends_with([' ', '.'])
        });
        if !sentence {
            faults.push(format!("no sentence: {reason:?}"));
        }
        if is_absent(entry) {
            let said: Vec<_> = words.iter().filter(|word| !texts.lack(word)).collect();
            if !said.is_empty() {
                faults.push(format!("{said:?} stand in a text"));
            }
            continue;
        }
        let sought = sought(entry);
        let idle = |phrase: &&&str| texts.lack(phrase);
        let idle: Vec<_> = sought.iter().filter(idle).collect();
        // One name of several is enough for a ring; what is looked for on purpose must be there.
        if idle.len() == sought.len() || !is_ring(entry) && !idle.is_empty() {
            faults.push(format!("{idle:?} stand in no text"));
        }
        let reach = texts.with_any(&sought).len();
        if reach > BROAD && words.first() != Some(&MAY_BE_BROAD) {
            faults.push(format!("{words:?} find {reach}"));
        }
    }
    faults
}

#[test]
fn the_glossary_keeps_its_rules() {
    let agenda = agenda();
    let faults = faults(list(&agenda, "glossary"), &Texts::of(&agenda));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn each_rule_refuses_what_breaks_it() {
    let texts = Texts::of(&agenda());
    let why = "It has a reason.";
    let broken = [
        (
            json!([{"words": [], "finds": ["folklore"], "reason": why}]),
            "too few words",
        ),
        (
            json!([{"words": ["folklore"], "reason": why}]),
            "too few words",
        ),
        (
            json!([{"words": ["tale"], "finds": ["folklore"], "reason": ""}]),
            "no sentence",
        ),
        (
            json!([{"words": ["tale"], "finds": ["folklore"], "reason": "It has no full stop"}]),
            "no sentence",
        ),
        (
            json!([{"words": ["tale"], "finds": ["folklore", "tale"], "reason": why}]),
            "stand in no text",
        ),
        (
            json!([{"words": ["tale", "saga"], "reason": why}]),
            "stand in no text",
        ),
        (
            // Both words stand in 18, but not next to each other in this order.
            json!([{"words": ["tale"], "finds": ["folklore knowledge"], "reason": why}]),
            "stand in no text",
        ),
        (
            json!([{"words": ["tale", "folklore"], "near": ["creativity"], "reason": why}]),
            "stand in a text",
        ),
        (
            json!([{"words": ["everybody"], "finds": ["WIPO"], "reason": why}]),
            "find 3",
        ),
        (
            json!([
                {"words": ["norm-setter", "tale"], "finds": ["folklore"], "reason": why},
                {"words": ["Norm Setters"], "finds": ["norm-setting"], "reason": why}
            ]),
            "is the same as",
        ),
        (
            json!([{"words": ["tale", "tales"], "finds": ["folklore"], "reason": why}]),
            "is the same as",
        ),
    ];
    for (glossary, fault) in broken {
        let entries = glossary.as_array().expect("a list");
        let found = faults(entries, &texts);
        assert_eq!(found.len(), 1, "{glossary}: {found:?}");
        assert!(found[0].contains(fault), "{glossary}: {found:?}");
    }
    let sound = json!([
        {"words": ["tale"], "finds": ["folklore"], "reason": why},
        {"words": ["saga", "folklore"], "reason": why},
        {"words": ["epic"], "near": [], "reason": why}
    ]);
    let found = faults(sound.as_array().expect("a list"), &texts);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn words_are_compared_by_stem_without_case_accents_hyphens_and_apostrophes() {
    assert_eq!(stems("Countries"), stems("country"));
    assert_eq!(stems("Norm-Setting"), stems("norm setting"));
    assert_eq!(stems("WIPO’s"), stems("wipo"));
    assert_eq!(stems("Résumé"), stems("resume"));
    assert_eq!(stems("R&D"), ["rd"]);
    assert_eq!(stems("R & D"), ["r", "d"]);
    assert_ne!(stems("developed country"), stems("developing country"));
    // The stemmer alone leaves the s where no vowel stands before it; the families do not.
    assert_eq!(stems("LDCs"), stems("LDC"));
    assert_eq!(stems("IPRs"), stems("IPR"));
    assert_eq!(stems("organisations"), stems("organization"));
}

#[test]
fn a_phrase_stands_within_one_block() {
    let texts = Texts::of(&agenda());
    assert_eq!(texts.with("genetic resources"), [18].into());
    assert_eq!(texts.with("resources genetic"), [].into());
    // The second bullet of 15 ends in one, the third begins with the other.
    assert_eq!(texts.with("levels of development"), [1, 13, 15].into());
    assert_eq!(texts.with("development take into consideration"), [].into());
}

#[test]
fn the_most_important_entries_find_exactly_these() {
    let least_developed = [1, 2, 7, 8, 13, 14, 17, 19, 21, 22, 23, 26, 30];
    let expected: [(&str, &[u64]); 36] = [
        ("LDC", &least_developed),
        ("poor country", &least_developed),
        ("SME", &[4]),
        ("MSME", &[4]),
        ("small business", &[4]),
        ("TK", &[18]),
        ("GR", &[18]),
        ("IGC", &[18]),
        ("indigenous", &[18]),
        ("biodiversity", &[18]),
        ("A2K", &[19]),
        ("ICT", &[27]),
        ("TRIPS", &[14, 45]),
        ("WSIS", &[24]),
        ("DSF", &[24]),
        ("IGO", &[15, 30]),
        ("NGO", &[15, 42]),
        ("watchdog", &[15, 42]),
        ("WTO", &[14, 40]),
        ("UN", &[22, 40, 44]),
        ("UN agency", &[40, 44]),
        ("IPR", &[7, 32, 45]),
        ("TT", &[22, 23, 25, 28, 29, 31, 45]),
        ("R&D", &[26]),
        ("rich country", &[26, 28]),
        ("copyright exception", &[22]),
        ("antitrust", &[7, 22, 23, 32]),
        ("open source", &[36]),
        ("job", &[34]),
        ("emigration", &[39]),
        ("piracy", &[45]),
        ("university", &[3, 4, 8, 26]),
        ("internet", &[9, 24, 27]),
        ("money", &[2, 3, 9, 24, 43]),
        ("law", &[13, 22]),
        ("public participation", &[15, 42]),
    ];
    let agenda = agenda();
    let texts = Texts::of(&agenda);
    for (word, numbers) in expected {
        let mut entries = list(&agenda, "glossary").iter();
        let entry = entries.find(|entry| phrases(entry, "words").contains(&word));
        let entry = entry.unwrap_or_else(|| panic!("no entry {word:?}"));
        let numbers = numbers.iter().copied().collect();
        assert_eq!(texts.with_any(&sought(entry)), numbers, "{word}");
    }
}

fn read(data: &Value) -> Result<Agenda, AgendaError> {
    explorer::data::read(&data.to_string()).map(|(agenda, _)| agenda)
}

#[test]
fn the_explorer_reads_every_entry_as_it_stands() {
    let data = agenda();
    let entries = read(&data).expect("the data set can be read").glossary;
    let entries = entries.iter().map(|entry| {
        let mut read = json!({"words": entry.words, "reason": entry.reason});
        // A ring is written without the member, and read as an empty list.
        if !entry.finds.is_empty() {
            read["finds"] = json!(entry.finds);
        }
        if let Some(near) = &entry.near {
            read["near"] = json!(near);
        }
        read
    });
    let read = Value::from_iter(entries);
    assert_eq!(read, data["glossary"]);
}

#[test]
fn a_data_set_without_a_glossary_has_an_empty_one() {
    let mut data = agenda();
    let members = data.as_object_mut().expect("an object");
    members.remove("glossary").expect("there is a glossary");
    let agenda = read(&data).expect("the data set can be read");
    assert_eq!(agenda.glossary, []);
}

#[test]
fn an_entry_that_can_expand_nothing_is_refused_by_its_place() {
    let why = "It has a reason.";
    let sound = json!({"words": ["tale"], "finds": ["folklore"], "reason": why});
    let broken = [
        (
            json!({"words": [], "finds": ["folklore"], "reason": why}),
            "“words” is empty",
        ),
        (
            json!({"words": ["tale"], "reason": why}),
            "it has one word and no “finds”",
        ),
        (
            json!({"words": ["tale"], "finds": [], "reason": why}),
            "“finds” is empty",
        ),
        (
            json!({"words": ["tale", "–"], "reason": why}),
            "“–” must begin and end with a letter or digit",
        ),
        (
            json!({"words": ["tale"], "finds": [""], "reason": why}),
            "entry 1 of “finds” is empty",
        ),
        (
            json!({"words": ["tale", "saga"], "reason": " "}),
            "“reason” is empty",
        ),
    ];
    for (entry, fault) in broken {
        let mut data = agenda();
        data["glossary"] = json!([sound, entry]);
        let sentence = read(&data).expect_err("it is broken").to_string();
        assert!(sentence.contains("glossary entry 2"), "{sentence}");
        assert!(sentence.contains(fault), "{entry}: {sentence}");
    }
    let mut data = agenda();
    data["glossary"] = json!([sound]);
    assert_eq!(read(&data).expect("it is sound").glossary.len(), 1);
}

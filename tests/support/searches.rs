//! The texts that a search may be: every part of its grammar, made of the words
//! of the agenda, so that about half of them find something.
//!
//! Edge: it knows what readers type, not what that finds.

use explorer::{data::Agenda, state::SearchText};
use proptest::{
    collection::vec,
    option::weighted,
    prelude::*,
    sample::{Index, select},
};

use super::NATIVE;

/// Pieces of search texts that trip addresses, folding or ranges.
const STRANGE: [&str; 35] = [
    "\"brain drain\"",
    "100%",
    "%41",
    "%",
    "a+b",
    "R&D",
    "AI",
    "IP",
    "USE",
    "JO",
    "THE",
    "R & D",
    "r&",
    "norm--setting",
    "\"-patent\"",
    "-",
    "=",
    "under_score",
    "#fragment?",
    "<b>",
    "\\",
    "👩‍👩‍👧",
    "🇨🇭️",
    "E\u{301}valuation",
    "\u{301}\u{302}",
    "Ｗｉｐｏ",
    "براءات",
    "\u{202e}tnetap",
    "WIPO's",
    "WIPO’s",
    "Members’",
    "tech\u{ad}nology",
    "İ ß ǅ ½ ﷺ",
    "知的財産",
    "\u{a0}-\u{2009}",
];

const OPENING: [&str; 8] = ["\"", "\"", "\"", "“", "”", "„", "‟", "«"];

const CLOSING: [&str; 9] = ["\"", "\"", "\"", "”", "“", "»", "„", "", ""];

const MINUS: [&str; 6] = ["-", "-", "-", "‐", "‑", "−"];

const ENDINGS: [&str; 12] = [
    "s", "es", "ed", "ing", "ly", "al", "ation", "able", "er", "ity", "’s", "ist",
];

const OPERATORS: [&str; 7] = ["or", "or", "or", "and", "OR", "And", "or and"];

const NOUNS: [&str; 17] = [
    "R",
    "DA rec. ",
    "Development Agenda, ",
    "",
    "",
    "",
    "",
    "rec ",
    "Rec. ",
    "#",
    "no. ",
    "recommendation ",
    "recs ",
    "nr ",
    "Nos. ",
    "numbers ",
    "recommendations ",
];

const BETWEEN: [&str; 10] = [
    ", ", ",", "; ", " & ", " + ", " and ", " or ", " ", ", rec. ", ", and #",
];

/// What a reference may end in while it is typed, and what breaks it.
const ENDS: [&str; 22] = [
    ".",
    " of the Development Agenda",
    " of the WIPO dev",
    ", paragraph 3",
    " b",
    " rec",
    "",
    "",
    "",
    "",
    "",
    "-",
    "–",
    "(",
    "(3",
    ",",
    " and",
    " to",
    " to 9",
    "x",
    " tech",
    "-,",
];

/// References that end in the middle, name what there is not, or are none.
const REFERENCES: [&str; 48] = [
    "15.3",
    "15/3",
    "15.9",
    "22.b",
    "15.",
    "15. 3",
    "rec fifteen",
    "recs one to twenty two",
    "rec forty-five and thirty",
    "one",
    "rec twenty-zero",
    "15, para. 3",
    "22 clause (b)",
    "rec 15 item three",
    "22 b and c",
    "clusters a, g, r 5",
    "0",
    "cluster 7",
    "99",
    "0",
    "15(9)",
    "15 ( 3 )",
    "5-1",
    "12-",
    "15(",
    "15(3",
    "1(3I",
    "15(3i)",
    "15(03)",
    "22(b1)",
    "22(é",
    "22( B )",
    "7, 23 and",
    "7, 99 and 23",
    "22z",
    "9b",
    "1-2-3",
    "-5",
    "44-99",
    "99-100",
    "18446744073709551616-1",
    "cluster",
    "cluster g",
    "clusters a, c and",
    "cluster b and 12",
    "12 or cluster f",
    "article 7",
    "\"12\"",
];

/// Search texts: most of words and beginnings of words of the agenda, some of
/// names and of what the glossary knows, some of stranger pieces, some very long.
pub fn searches(agenda: &Agenda) -> BoxedStrategy<SearchText> {
    let piece = prop_oneof![
        14 => beginnings(agenda),
        10 => rows(agenda),
        3 => inflected(agenda),
        5 => misspelt(agenda),
        6 => names(agenda),
        5 => quoted(agenda),
        5 => excluded(agenda),
        4 => select(&OPERATORS[..]).prop_map(str::to_owned),
        3 => select(agenda.function_words.clone()),
        2 => references(agenda),
        2 => select(&STRANGE[..]).prop_map(str::to_owned),
        1 => vec(any::<char>(), 1..5).prop_map(String::from_iter),
    ];
    let piece = piece.boxed();
    let text = |count: std::ops::Range<usize>, joiner: &'static str| {
        vec(piece.clone(), count).prop_map(move |pieces| pieces.join(joiner))
    };
    let text = prop_oneof![
        10 => Just(String::new()),
        14 => text(1..4, " "),
        3 => references(agenda),
        3 => alternatives(agenda),
        2 => text(2..4, ""),
        1 => text(20..80, " "),
    ];
    text.prop_map(|text| SearchText::new(&text, NATIVE.compose))
        .boxed()
}

/// The words of each block, as they are written.
fn blocks(agenda: &Agenda) -> Vec<Vec<String>> {
    let blocks = agenda.recommendations.iter().flat_map(|it| it.passages());
    let blocks = blocks.map(|block| block.split_whitespace().map(str::to_owned).collect());
    blocks.collect()
}

fn words(agenda: &Agenda) -> BoxedStrategy<String> {
    select(blocks(agenda).concat()).boxed()
}

/// Words, as far as they are typed.
fn beginnings(agenda: &Agenda) -> BoxedStrategy<String> {
    (words(agenda), 1..14_usize)
        .prop_map(|(word, most)| word.chars().take(most).collect())
        .boxed()
}

/// A few words as they follow each other.
fn rows(agenda: &Agenda) -> BoxedStrategy<String> {
    (select(blocks(agenda)), any::<Index>(), 1..4_usize)
        .prop_map(|(words, start, most)| {
            let words = words.into_iter();
            let start = start.index(words.len());
            words.skip(start).take(most).collect::<Vec<_>>().join(" ")
        })
        .boxed()
}

/// Words with another ending.
fn inflected(agenda: &Agenda) -> BoxedStrategy<String> {
    (words(agenda), 0..4_usize, select(&ENDINGS[..]))
        .prop_map(|(word, less, ending)| {
            let stem = word.chars().count().saturating_sub(less);
            let stem: String = word.chars().take(stem).collect();
            stem + ending
        })
        .boxed()
}

/// Words with a letter or two wrong, whole or as far as they are typed.
fn misspelt(agenda: &Agenda) -> BoxedStrategy<String> {
    let error = (0..5_usize, any::<Index>(), proptest::char::range('a', 'z'));
    let word = prop_oneof![3 => words(agenda), 1 => beginnings(agenda), 1 => names(agenda)];
    (word, vec(error, 1..3))
        .prop_map(|(word, errors)| {
            let mut word = word;
            for (kind, place, letter) in errors {
                word = with_error(&word, kind, place, letter);
            }
            word
        })
        .boxed()
}

fn with_error(word: &str, kind: usize, place: Index, letter: char) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.is_empty() {
        return String::new();
    }
    let place = place.index(letters.len());
    match kind {
        0 if place > 0 => letters.swap(place - 1, place),
        1 => drop(letters.remove(place)),
        2 => letters.insert(place, letters[place]),
        3 => letters.insert(place, letter),
        _ => letters[place] = letter,
    }
    letters.into_iter().collect()
}

/// What the glossary knows and names of facet values, whole or as far as they
/// are typed.
fn names(agenda: &Agenda) -> BoxedStrategy<String> {
    let values = agenda.facets.iter().flat_map(|facet| &facet.values);
    let mut names: Vec<String> = Vec::new();
    for label in values.map(|value| &value.label) {
        let pieces = label.split(['(', ')']).map(|piece| piece.trim().to_owned());
        names.extend(pieces.filter(|piece| !piece.is_empty()));
        names.push(label.clone());
        names.push(label.to_lowercase().replace(" and ", " "));
        names.extend(label.split(' ').map(str::to_owned));
    }
    let entries = agenda.glossary.iter();
    let mut entries: Vec<String> = entries
        .flat_map(|entry| entry.words.iter().chain(&entry.finds).cloned())
        .collect();
    let translations = agenda.translations.iter();
    entries.extend(translations.flat_map(|entry| entry.words.iter().cloned()));
    entries.extend(agenda.families.iter().flatten().cloned());
    entries.push("R&D".to_owned());
    let name = prop_oneof![1 => select(names), 1 => select(entries)];
    (name, weighted(0.2, 2..20_usize))
        .prop_map(|(name, most)| name.chars().take(most.unwrap_or(usize::MAX)).collect())
        .boxed()
}

/// What stands between quotation marks: rows as they stand in the texts, some
/// as far as they are typed, sometimes other words or none.
fn quoted(agenda: &Agenda) -> BoxedStrategy<String> {
    let content = prop_oneof![
        8 => rows(agenda),
        2 => beginnings(agenda),
        1 => names(agenda),
        1 => select(&["", " ", "?"][..]).prop_map(str::to_owned),
    ];
    (select(&OPENING[..]), content, select(&CLOSING[..]))
        .prop_map(|(opening, content, closing)| format!("{opening}{content}{closing}"))
        .boxed()
}

/// What must not be found, and what only looks like it.
fn excluded(agenda: &Agenda) -> BoxedStrategy<String> {
    let minus = select(&MINUS[..]);
    let content = prop_oneof![
        4 => words(agenda),
        1 => misspelt(agenda),
        2 => names(agenda),
        2 => quoted(agenda),
        1 => rows(agenda).prop_map(|words| words.replace(' ', "-")),
        1 => words(agenda).prop_map(|word| format!(" {word}")),
        1 => words(agenda).prop_map(|word| format!("-{word}")),
    ];
    (minus, content)
        .prop_map(|(minus, content)| format!("{minus}{content}"))
        .boxed()
}

/// What is found one way or the other, with operators in all positions.
fn alternatives(agenda: &Agenda) -> BoxedStrategy<String> {
    let piece = prop_oneof![
        6 => rows(agenda),
        2 => names(agenda),
        1 => quoted(agenda),
        1 => excluded(agenda),
        5 => select(&OPERATORS[..]).prop_map(str::to_owned),
    ];
    vec(piece, 1..6).prop_map(|pieces| pieces.join(" ")).boxed()
}

/// Numbers, items, ranges and clusters in every form, and what comes near.
fn references(agenda: &Agenda) -> BoxedStrategy<String> {
    let most = u16::try_from(agenda.len()).expect("a few") + 3;
    let number = || (select(&NOUNS[..]), 0..=most).prop_map(|(noun, it)| format!("{noun}{it}"));
    let items = agenda.recommendations.iter().flat_map(|recommendation| {
        let ids = recommendation.text.iter().filter_map(|it| it.id.as_ref());
        let number = recommendation.number;
        let forms = ids.map(move |id| {
            [
                format!("{number}({id})"),
                format!("{number} ({id})"),
                format!("{number}{id}"),
            ]
        });
        forms.flatten().collect::<Vec<_>>()
    });
    let items: Vec<String> = items.collect();
    let dash = select(&["-", " - ", "–", " – ", " to ", "—", " -"][..]);
    let range =
        (number(), dash, 0..=most).prop_map(|(first, dash, last)| format!("{first}{dash}{last}"));
    let cluster = select(&["cluster ", "Clusters "][..]);
    let letters = select(&["a", "b", "C", "d", "e", "F", "a and f", "b, d", "c or e"][..]);
    let cluster = (cluster, letters).prop_map(|(noun, letters)| format!("{noun}{letters}"));
    let one = prop_oneof![
        6 => number(),
        2 => select(items),
        2 => range,
        2 => cluster,
    ]
    .boxed();
    let more = vec((select(&BETWEEN[..]), one.clone()), 0..3);
    let built = (one, more, select(&ENDS[..])).prop_map(|(first, more, end)| {
        let more = more
            .into_iter()
            .map(|(between, one)| between.to_owned() + &one);
        first + &more.collect::<String>() + end
    });
    let fixed = select(&REFERENCES[..]).prop_map(str::to_owned);
    prop_oneof![4 => built, 1 => fixed].boxed()
}

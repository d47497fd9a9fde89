//! Recommendations side by side: no text changes, and what is marked is true.

mod support;

use explorer::data::Agenda;
use explorer::state::compare::{
    COMMON, Column, MOST, MOVED, Wording, aligned, asked_to_compare, compare, shared_values,
};
use explorer::state::{Page, ViewState, url};
use facet_search::tokens;
use support::{NATIVE, agenda};

fn columns<'a>(agenda: &'a Agenda, numbers: &[u16]) -> Vec<Column<'a>> {
    compare(agenda, numbers, NATIVE.fold)
}

/// The words of a text, as the search reads them.
fn words(text: &str) -> Vec<String> {
    let tokens = tokens(text, NATIVE.fold).into_iter();
    tokens.map(|token| token.word).collect()
}

/// The words of a recommendation.
fn all_words(agenda: &Agenda, number: u16) -> Vec<String> {
    let entry = agenda.recommendation(number).expect("it is there");
    entry.passages().flat_map(words).collect()
}

/// The words of a column, each with its kind.
fn marked(column: &Column) -> Vec<(String, Wording)> {
    let segments = column.passages.iter().flatten();
    let words = segments.flat_map(|it| words(it.text).into_iter().map(|word| (word, it.kind)));
    words.collect()
}

/// The runs of words of a kind.
fn runs_of(column: &Column, kind: Wording) -> Vec<Vec<String>> {
    let marked = marked(column);
    let runs = marked.chunk_by(|(_, one), (_, other)| one == other);
    let runs = runs.filter(|run| run[0].1 == kind);
    runs.map(|run| run.iter().map(|(word, _)| word.clone()).collect())
        .collect()
}

fn stands_in(run: &[String], text: &[String]) -> bool {
    text.windows(run.len()).any(|words| words == run)
}

/// The length of the longest common subsequence, by the textbook.
fn most_in_order(one: &[String], other: &[String]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for (row, word) in one.iter().enumerate() {
        for (column, it) in other.iter().enumerate() {
            table[row + 1][column + 1] = if word == it {
                table[row][column] + 1
            } else {
                table[row][column + 1].max(table[row + 1][column])
            };
        }
    }
    table[one.len()][other.len()]
}

/// Every pair of recommendations.
fn pairs(agenda: &Agenda) -> Vec<[u16; 2]> {
    let numbers = agenda.recommendations.iter().map(|entry| entry.number);
    let numbers: Vec<u16> = numbers.collect();
    let mut pairs = Vec::new();
    for (place, one) in numbers.iter().enumerate() {
        pairs.extend(numbers[place + 1..].iter().map(|other| [*one, *other]));
    }
    pairs
}

#[track_caller]
fn assert_verbatim(agenda: &Agenda, column: &Column) {
    let entry = agenda.recommendation(column.number).expect("it is there");
    let rebuilt = column.passages.iter().map(|segments| {
        let texts = segments.iter().map(|segment| segment.text);
        texts.collect::<String>()
    });
    let passages: Vec<&str> = entry.passages().collect();
    assert_eq!(rebuilt.collect::<Vec<_>>(), passages);
    let is_empty = |segments: &Vec<_>| segments.is_empty();
    assert!(!column.passages.iter().any(is_empty));
    assert_eq!(column.words, all_words(agenda, column.number).len());
}

#[test]
fn the_segments_of_every_pair_are_its_texts() {
    let agenda = agenda();
    let pairs = pairs(&agenda);
    assert_eq!(pairs.len(), 990);
    for [one, other] in pairs {
        let columns = columns(&agenda, &[one, other]);
        let names = columns.iter().map(|it| (it.number, it.against));
        let expected = [(one, Some(other)), (other, Some(one))];
        assert_eq!(names.collect::<Vec<_>>(), expected);
        columns.iter().for_each(|it| assert_verbatim(&agenda, it));
    }
}

#[test]
fn as_many_words_are_aligned_as_can_be() {
    let agenda = agenda();
    for [one, other] in pairs(&agenda) {
        let (one, other) = (all_words(&agenda, one), all_words(&agenda, other));
        let runs = aligned(&one, &other);
        let length: usize = runs.iter().map(|run| run.length).sum();
        assert_eq!(length, most_in_order(&one, &other));
        // They are the same words, in the same order, in runs that go no further.
        for run in &runs {
            let [start, start_other] = run.starts;
            assert_eq!(
                one[start..start + run.length],
                other[start_other..start_other + run.length]
            );
        }
        for next in runs.windows(2) {
            let ends = next[0].starts.map(|start| start + next[0].length);
            let starts = next[1].starts;
            assert!(ends[0] <= starts[0] && ends[1] <= starts[1] && ends != starts);
        }
    }
}

#[test]
fn common_wording_is_what_is_aligned_in_runs_of_three_words_or_more() {
    let agenda = agenda();
    for [one, other] in pairs(&agenda) {
        let columns = columns(&agenda, &[one, other]);
        let texts = [one, other].map(|number| all_words(&agenda, number));
        let runs = aligned(&texts[0], &texts[1]);
        let long = runs.iter().filter(|run| run.length >= COMMON);
        let expected: Vec<String> = long
            .flat_map(|run| texts[0][run.starts[0]..run.starts[0] + run.length].to_vec())
            .collect();
        for column in &columns {
            let common = runs_of(column, Wording::Common).concat();
            assert_eq!(common, expected, "{one} {other}");
            assert_eq!(column.common, expected.len());
        }
    }
}

#[test]
fn what_is_moved_stands_in_the_other_text_and_what_is_only_here_does_not() {
    let agenda = agenda();
    let mut moved = 0;
    for [one, other] in pairs(&agenda) {
        let columns = columns(&agenda, &[one, other]);
        for column in &columns {
            let there = all_words(&agenda, column.against.expect("the other"));
            let runs = runs_of(column, Wording::Moved);
            let length: usize = runs.iter().map(Vec::len).sum();
            assert_eq!(column.moved, length);
            moved += runs.len();
            for run in runs {
                assert!(run.len() >= MOVED);
                // Two that touch each other look like one.
                let covered = (0..run.len()).all(|place| {
                    let windows = (0..=place).filter_map(|from| run.get(from..from + MOVED));
                    let mut near = windows.enumerate().filter(|(from, _)| from + MOVED > place);
                    near.any(|(_, words)| stands_in(words, &there))
                });
                assert!(covered, "{one} {other}: {run:?}");
            }
            for run in runs_of(column, Wording::Own) {
                let elsewhere = run.windows(MOVED).find(|words| stands_in(words, &there));
                assert_eq!(elsewhere, None, "{one} {other}");
            }
        }
    }
    assert!(moved > 10, "{moved}");
}

#[test]
fn the_first_recommendation_and_the_thirteenth_differ_in_how_they_begin() {
    let agenda = agenda();
    let columns = columns(&agenda, &[1, 13]);
    let totals = |column: &Column| (column.words, column.common, column.moved);
    assert_eq!(
        columns.iter().map(totals).collect::<Vec<_>>(),
        [(63, 40, 0), (45, 40, 0)]
    );
    fn own<'a>(column: &Column<'a>) -> Vec<&'a str> {
        let segments = column.passages.iter().flatten();
        let own = segments.filter(|segment| segment.kind == Wording::Own);
        own.map(|segment| segment.text).collect()
    }
    assert_eq!(
        own(&columns[0]),
        [
            "WIPO technical",
            "demand-driven and transparent",
            "In this regard, design, delivery mechanisms and evaluation processes of \
             technical assistance programs should be country specific"
        ]
    );
    assert_eq!(
        own(&columns[1]),
        ["WIPO's legislative", "and demand-driven"]
    );
}

#[test]
fn a_passage_that_stands_elsewhere_is_told_from_a_changed_one() {
    let mut agenda = agenda();
    let texts = [
        "Respect human rights in full. The Secretariat shall report each year.",
        "The Secretariat shall report each month. RESPECT human-rights in full!",
    ];
    for (entry, text) in agenda.recommendations.iter_mut().zip(texts) {
        entry.text.truncate(1);
        entry.text[0].text = text.to_owned();
    }
    let columns = columns(&agenda, &[1, 2]);
    let texts = columns.iter().map(|column| {
        let segments = column.passages[0].iter();
        segments.map(|it| (it.kind, it.text)).collect::<Vec<_>>()
    });
    use Wording::{Common, Moved, Own};
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            vec![
                (Moved, "Respect human rights in full"),
                (Common, ". The Secretariat shall report each "),
                (Own, "year"),
                (Common, "."),
            ],
            vec![
                (Common, "The Secretariat shall report each "),
                (Own, "month"),
                (Common, ". "),
                (Moved, "RESPECT human-rights in full"),
                (Common, "!"),
            ],
        ]
    );
}

#[test]
fn more_than_two_are_compared_with_the_first() {
    let agenda = agenda();
    let three = columns(&agenda, &[13, 1, 45]);
    let against = three.iter().map(|it| it.against);
    assert_eq!(against.collect::<Vec<_>>(), [None, Some(13), Some(13)]);
    three.iter().for_each(|it| assert_verbatim(&agenda, it));
    let kinds = marked(&three[0]);
    assert!(kinds.iter().all(|(_, kind)| *kind == Wording::Common));
    assert_eq!((three[0].common, three[0].moved), (0, 0));
    for (place, other) in [(1, 1), (2, 45)] {
        assert_eq!(three[place], columns(&agenda, &[13, other])[1]);
    }
}

#[test]
fn any_list_of_numbers_can_be_compared() {
    let agenda = agenda();
    assert_eq!(columns(&agenda, &[]), []);
    let one = columns(&agenda, &[7, 7, 0, 46, u16::MAX]);
    assert_eq!((one.len(), one[0].against), (1, None));
    assert_verbatim(&agenda, &one[0]);
    let all: Vec<u16> = (0..=50).collect();
    let most = columns(&agenda, &all);
    let numbers = most.iter().map(|it| it.number);
    assert_eq!(numbers.collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(most.len(), MOST);
    let mut empty = agenda.clone();
    empty.recommendations[0].text.clear();
    empty.recommendations[1].text[0].text = " — ".to_owned();
    let columns = columns(&empty, &[1, 2]);
    assert!(columns[0].passages.is_empty());
    assert_eq!((columns[0].words, columns[1].common), (0, 0));
}

#[test]
fn shared_values_are_those_that_all_carry() {
    let agenda = agenda();
    let facet = agenda.facet("theme").expect("the data has it");
    for [one, other] in pairs(&agenda) {
        let values = |number| -> Vec<usize> { agenda.facets[facet].values_of(number).collect() };
        let (first, second) = (values(one), values(other));
        let both = first.into_iter().filter(|value| second.contains(value));
        let both: Vec<usize> = both.collect();
        assert_eq!(shared_values(&agenda, facet, &[one, other]), both);
    }
}

#[test]
fn an_address_carries_a_comparison() {
    let agenda = agenda();
    let comparing = ViewState::comparing(&agenda, vec![13, 1]);
    let address = url::write(&comparing, &agenda);
    assert_eq!(address, "list=13_1&view=compare");
    let reading = url::read(&address, &agenda, NATIVE.compose);
    assert_eq!(reading.view_state, comparing);
    assert_eq!(reading.warnings, []);
    assert!(!Page::Compare.has_results());
}

#[test]
fn a_search_text_asks_to_compare_what_it_names_and_nothing_else() {
    let agenda = agenda();
    for (text, expected) in [
        ("compare 1 and 13", Some(vec![1, 13])),
        ("Compare 1, 13 and 20", Some(vec![1, 13, 20])),
        ("1 vs 13", Some(vec![1, 13])),
        ("1 vs. 13", Some(vec![1, 13])),
        ("compare recommendations 13 with 1", Some(vec![13, 1])),
        ("rec. 1 versus rec. 13", Some(vec![1, 13])),
        ("compare 1 13 1", Some(vec![1, 13])),
        ("compare 1 & 2; 3 and 4", Some(vec![1, 2, 3, 4])),
        // More than are compared, or fewer.
        ("compare 1 2 3 4 5", None),
        ("compare 1", None),
        ("compare 1 and 1", None),
        ("compare", None),
        ("", None),
        // Others are read by the search alone.
        ("1 and 13", None),
        ("compare 1-3", None),
        ("compare 1 to 3", None),
        ("compare 1 and 46", None),
        ("compare 15(3) and 1", None),
        ("compare cluster a", None),
        ("compare 1 and 13 on transfer", None),
        ("compare 99999999999999 and 1", None),
    ] {
        assert_eq!(asked_to_compare(&agenda, text), expected, "{text}");
    }
}

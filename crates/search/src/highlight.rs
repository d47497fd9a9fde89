//! Splits a text at the borders of the ranges to be highlighted.

use std::ops::Range;

use crate::fold::{CharFold, in_word};

/// A part of a text that is highlighted the same from start to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The part of the text.
    pub text: &'a str,
    /// Whether it lies in a range of `hits`.
    pub hit: bool,
    /// Whether it lies in a range of `evidence`.
    pub evidence: bool,
}

/// Splits a text at the borders of two kinds of ranges: what a search found, and
/// what the caller highlights otherwise. Together the segments are the text.
/// Ranges that are not on character boundaries of the text are ignored.
pub fn segments<'a>(
    text: &'a str,
    hits: &[Range<usize>],
    evidence: &[Range<usize>],
) -> Vec<Segment<'a>> {
    let is_valid = |range: &&Range<usize>| text.get((*range).clone()).is_some();
    let mut borders = vec![0];
    let marked = hits.iter().chain(evidence).filter(is_valid);
    let ends = marked.flat_map(|range| [range.start, range.end]);
    for border in ends.chain([text.len()]) {
        if let Err(position) = borders.binary_search(&border) {
            borders.insert(position, border);
        }
    }
    let is_in = |ranges: &[Range<usize>], part: &Range<usize>| {
        let covers = |range: &Range<usize>| range.start <= part.start && part.end <= range.end;
        ranges.iter().filter(is_valid).any(covers)
    };
    let parts = borders.iter().zip(borders.iter().skip(1));
    parts
        .filter_map(|(&start, &end)| {
            let part = start..end;
            Some(Segment {
                hit: is_in(hits, &part),
                evidence: is_in(evidence, &part),
                text: text.get(part)?,
            })
        })
        .collect()
}

/// Where `words` occurs in `text` as whole words.
pub fn occurrences(text: &str, words: &str, fold: CharFold) -> Vec<Range<usize>> {
    let continues =
        |character: Option<char>| character.is_some_and(|character| in_word(character, fold));
    let is_whole = |range: &Range<usize>| {
        let before = text.get(..range.start).and_then(|it| it.chars().last());
        let after = text.get(range.end..).and_then(|it| it.chars().next());
        !continues(before) && !continues(after)
    };
    // By hand, because the two-way search of the standard library is 2 kB of wasm
    // and gains nothing on a paragraph.
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(next) = text.get(start..).and_then(|rest| rest.chars().next()) {
        let range = start..start + words.len();
        if words.is_empty() || text.get(range.clone()) != Some(words) {
            start += next.len_utf8();
            continue;
        }
        start = range.end;
        if is_whole(&range) {
            found.push(range);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_char;

    #[test]
    fn segments_are_the_text_again_and_know_what_covers_them() {
        let word = std::slice::from_ref(&(12..22));
        let whole = std::slice::from_ref(&(0..22));
        let cut = segments("transfer of technology", word, whole);
        let told: Vec<_> = cut.iter().map(|s| (s.text, s.hit, s.evidence)).collect();
        let expected = [("transfer of ", false, true), ("technology", true, true)];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_text_without_marks_is_one_segment_and_an_empty_text_none() {
        assert_eq!(segments("text", &[], &[]).len(), 1);
        assert_eq!(segments("", &[], &[]), []);
    }

    #[test]
    fn ranges_off_the_text_or_off_its_characters_are_passed_over() {
        let cut = segments("“a”", &[1..2, 3..4, 90..99], &[]);
        let told: Vec<_> = cut.iter().map(|s| (s.text, s.hit)).collect();
        assert_eq!(told, [("“", false), ("a", true), ("”", false)]);
    }

    #[test]
    fn only_whole_words_count_as_an_occurrence() {
        assert_eq!(
            occurrences("may, maybe, dismay, may", "may", fold_char),
            [0..3, 20..23]
        );
        assert!(occurrences("text", "", fold_char).is_empty());
    }
}

//! Cutting a passage where marks begin and end.

use std::ops::Range;

use super::fold::{CharFold, in_word};

/// A piece of a passage between two borders of marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    pub text: &'a str,
    /// Whether the search found it.
    pub hit: bool,
    /// Whether it lies in a range of the second kind.
    pub evidence: bool,
}

/// Cuts a passage into segments that together are the passage, unchanged.
/// Ranges that do not lie on character borders of the text are passed over.
pub fn segments<'a>(
    text: &'a str,
    hits: &[Range<usize>],
    evidence: &[Range<usize>],
) -> Vec<Segment<'a>> {
    let fits = |range: &&Range<usize>| text.get((*range).clone()).is_some();
    let all = || hits.iter().chain(evidence).filter(fits);
    let mut borders = vec![0];
    let marks = all().flat_map(|range| [range.start, range.end]);
    for border in marks.chain([text.len()]) {
        if let Err(place) = borders.binary_search(&border) {
            borders.insert(place, border);
        }
    }
    let inside = |ranges: &[Range<usize>], piece: &Range<usize>| {
        let covers = |range: &Range<usize>| range.start <= piece.start && piece.end <= range.end;
        ranges.iter().filter(fits).any(covers)
    };
    let pieces = borders.iter().zip(borders.iter().skip(1));
    pieces
        .filter_map(|(&start, &end)| {
            let piece = start..end;
            Some(Segment {
                hit: inside(hits, &piece),
                evidence: inside(evidence, &piece),
                text: text.get(piece)?,
            })
        })
        .collect()
}

/// Where `words` stands in `text` as whole words.
pub fn occurrences(text: &str, words: &str, fold: CharFold) -> Vec<Range<usize>> {
    let letter =
        |character: Option<char>| character.is_some_and(|character| in_word(character, fold));
    let whole = |range: &Range<usize>| {
        let before = text.get(..range.start).and_then(|part| part.chars().last());
        let after = text.get(range.end..).and_then(|part| part.chars().next());
        !letter(before) && !letter(after)
    };
    text.match_indices(words)
        .map(|(start, found)| start..start + found.len())
        .filter(|range| !range.is_empty())
        .filter(whole)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_char;

    #[test]
    fn segments_are_the_text_again_and_know_what_covers_them() {
        let (word, whole) = (
            std::slice::from_ref(&(12..22)),
            std::slice::from_ref(&(0..22)),
        );
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

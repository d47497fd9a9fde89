//! Words of other languages: what they mean, and words that are written together, as in
//! Chinese without blanks and in Arabic with its article and small words.

use super::known::{Known, Translated};
use super::reading::Reading;
use super::spelling::is_unknown;
use super::words::Word;

/// What Arabic joins to the next word, in the order in which it is taken off.
const JOINED: [&str; 10] = ["وال", "بال", "فال", "كال", "لل", "و", "ف", "ب", "ل", "ك"];

/// A word of a run, and whether it may be the beginning of one.
pub type Typed = (Word, bool);

/// A run of plain words with the phrases of other languages as what they mean.
pub fn translated(run: Vec<Typed>, known: &Known, reading: &mut Reading) -> Vec<Typed> {
    if !run.iter().any(|(word, _)| is_foreign(word, known)) {
        return run;
    }
    let mut read = Vec::new();
    let mut rest = run;
    while !rest.is_empty() {
        let longest = (1..=rest.len()).rev();
        let found = longest.clone().find_map(|length| {
            let row = &rest[..length];
            let ends = length == rest.len();
            let whole = known
                .translations
                .iter()
                .find(|it| is_whole(&it.words, row));
            let begun = || {
                known
                    .translations
                    .iter()
                    .find(|it| is_begun(&it.words, row))
            };
            let found = whole.or_else(|| if ends { begun() } else { None });
            found.map(|it| (length, it))
        });
        let foreign = found.filter(|(length, _)| {
            let mut row = rest[..*length].iter();
            let first = &rest[0].0;
            let is_own = known.agenda.homographs.contains(&first.word);
            (*length > 1 || first.is_marked || !is_own)
                && row.any(|(word, _)| is_foreign(word, known))
        });
        match foreign {
            Some((length, Translated { means, meaning, .. })) => {
                let (first, last) = (&rest[0].0, &rest[length - 1].0);
                let range = first.range.start..last.range.end;
                reading.translated.push((range.clone(), meaning.clone()));
                read.extend(means.iter().map(|word| {
                    let word = Word {
                        range: range.clone(),
                        is_abbreviation: false,
                        is_marked: false,
                        is_meaning: true,
                        ..word.clone()
                    };
                    (word, false)
                }));
                rest = rest[length..].to_vec();
            }
            None => {
                let (word, last) = rest.remove(0);
                let parts = parts(&word, last, known);
                let count = parts.len();
                let parts = parts.into_iter().enumerate().map(|(place, text)| {
                    let stem = known.reader.stem(&text);
                    let part = Word {
                        word: text,
                        stem,
                        ..word.clone()
                    };
                    (part, last && place + 1 == count)
                });
                let parts: Vec<Typed> = parts.collect();
                if parts.is_empty() {
                    read.push((word, last));
                }
                rest.splice(..0, parts);
            }
        }
    }
    read
}

/// A stem without the Arabic article.
fn bare(stem: &str) -> String {
    let rest = stem.strip_prefix("ال").unwrap_or(stem);
    let rest = if rest.chars().count() < 3 { stem } else { rest };
    rest.to_owned()
}

fn is_foreign(word: &Word, known: &Known) -> bool {
    is_unknown(word, known) || word.is_marked
}

fn is_whole(phrase: &[Word], row: &[Typed]) -> bool {
    let mut pairs = phrase.iter().zip(row);
    phrase.len() == row.len()
        && pairs.all(|(word, (typed, _))| bare(&word.stem) == bare(&typed.stem))
}

/// Whether the last word of a row is the beginning of that of a phrase.
fn is_begun(phrase: &[Word], row: &[Typed]) -> bool {
    let (Some((word, before)), Some(((typed, last), typed_before))) =
        (phrase.split_last(), row.split_last())
    else {
        return false;
    };
    let is_han = typed
        .word
        .starts_with(|it| ('\u{3400}'..='\u{9fff}').contains(&it));
    let least = if is_han { 2 } else { 3 };
    *last
        && (!before.is_empty() || !typed.word.is_ascii())
        && typed.word.chars().count() >= least
        && bare(&word.stem).starts_with(&typed.word)
        && is_whole(before, typed_before)
}

/// The words that an unknown word consists of; none where it is one word.
fn parts(word: &Word, last: bool, known: &Known) -> Vec<String> {
    let foreign = || known.translations.iter().flat_map(|it| &it.words);
    let is_known = |text: &str| {
        let stem = bare(&known.reader.stem(text));
        foreign().any(|other| bare(&other.stem) == stem)
    };
    let first = word.word.chars().next().unwrap_or_default();
    if !is_foreign(word, known) {
        return Vec::new();
    }
    if ('\u{600}'..='\u{6ff}').contains(&first) {
        let rests = JOINED
            .iter()
            .filter_map(|joined| word.word.strip_prefix(joined));
        let found = rests.filter(|rest| is_known(rest)).take(1);
        return found.map(str::to_owned).collect();
    }
    if !('\u{3400}'..='\u{9fff}').contains(&first) {
        return Vec::new();
    }
    let is_small = |text: &str| known.agenda.function_words.iter().any(|it| it == text);
    let characters: Vec<char> = word.word.chars().collect();
    let mut parts = Vec::new();
    let mut place = 0;
    while place < characters.len() {
        let longest = (place + 1..=characters.len()).rev();
        let pieces = longest.map(|end| characters[place..end].iter().collect::<String>());
        let rest: String = characters[place..].iter().collect();
        let found = pieces
            .into_iter()
            .filter(|piece| piece.len() < word.word.len())
            .find(|piece| is_small(piece) || is_known(piece));
        match found {
            Some(piece) => {
                place += piece.chars().count();
                if !is_small(&piece) {
                    parts.push(piece);
                }
            }
            None if last
                && place > 0
                && foreign().any(|other| bare(&other.stem).starts_with(&rest)) =>
            {
                parts.push(rest);
                place = characters.len();
            }
            None => return Vec::new(),
        }
    }
    parts
}

//! Whether and where a text has what is looked for.

use std::ops::Range;

use super::{
    known::Known,
    reading::{Alternative, Term},
    spelling::Plain,
    words::{Word, places},
};

/// For each block of a text, the bytes that are marked.
pub type Marks = Vec<Vec<Range<usize>>>;

/// A text that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// How many terms of the best alternative were found by a label or a facet
    /// value alone.
    pub tier: usize,
    pub marks: Marks,
}

/// A term that was found in a text.
struct Found {
    /// Whether the text itself has it.
    in_text: bool,
    marks: Marks,
}

/// What the alternatives find in the text at a place; nothing asked for finds it.
pub fn hit(place: usize, alternatives: &[Alternative], known: &Known) -> Option<Hit> {
    let nothing = vec![Vec::new(); known.texts[place].len()];
    if alternatives.is_empty() {
        return Some(Hit {
            tier: 0,
            marks: nothing,
        });
    }
    let mut best: Option<Hit> = None;
    for alternative in alternatives {
        let Some(hit) = hit_of_one(place, alternative, known) else {
            continue;
        };
        best = Some(match best {
            None => hit,
            Some(mut best) => {
                best.tier = best.tier.min(hit.tier);
                add(&mut best.marks, hit.marks);
                best
            }
        });
    }
    best.map(|mut best| {
        best.marks = best.marks.into_iter().map(united).collect();
        best
    })
}

fn hit_of_one(place: usize, alternative: &Alternative, known: &Known) -> Option<Hit> {
    let mut exclusions = alternative.exclusions.iter();
    if exclusions.any(|term| found(place, term, known).is_some()) {
        return None;
    }
    let mut hit = Hit {
        tier: 0,
        marks: vec![Vec::new(); known.texts[place].len()],
    };
    for term in &alternative.terms {
        let found = found(place, term, known)?;
        hit.tier += usize::from(!found.in_text);
        add(&mut hit.marks, found.marks);
    }
    Some(hit)
}

fn found(place: usize, term: &Term, known: &Known) -> Option<Found> {
    let text = &known.texts[place];
    match term {
        Term::Quoted { words, open } => {
            let marks = marks(text, |block| {
                places(block, words.len(), |word, at| {
                    let begins = *open && at + 1 == words.len();
                    let asked = &words[at].word;
                    word.word == *asked || (begins && word.word.starts_with(asked))
                })
            });
            let in_text = marked(&marks);
            in_text.then_some(Found { in_text, marks })
        }
        Term::Plain {
            words,
            phrases,
            values,
        } => {
            let mut by_phrase = vec![Vec::new(); text.len()];
            for phrase in phrases {
                let phrase = &phrase.full;
                let more = marks(text, |block| {
                    places(block, phrase.len(), |word, at| word.stem == phrase[at].stem)
                });
                add(&mut by_phrase, more);
            }
            let mut words = words.clone();
            words.retain(|plain| !plain.optional);
            let in_text = |plain: &Plain| text.iter().flatten().any(|it| plain.has_form(it));
            let all_in_text = words.iter().all(in_text);
            let mut each = words.iter();
            let all = each.all(|plain| in_text(plain) || is_added(place, plain, known));
            let mut values = values.iter();
            let carries = values.any(|(facet, value)| known.carries(place, *facet, *value));
            if !(all || marked(&by_phrase) || carries) {
                return None;
            }
            let in_text = all_in_text || marked(&by_phrase);
            let mut found = by_phrase;
            if all {
                add(&mut found, marks(text, |block| forms(block, &words)));
            }
            Some(Found {
                in_text,
                marks: found,
            })
        }
    }
}

/// Whether a label that the text carries adds a form of a word.
fn is_added(place: usize, plain: &Plain, known: &Known) -> bool {
    known.labels.iter().any(|label| {
        let added = label.added.iter().any(|word| plain.has_form(word));
        added && known.carries(place, label.facet, label.value)
    })
}

fn forms(block: &[Word], words: &[Plain]) -> Vec<Range<usize>> {
    let mut forms = Vec::new();
    for word in block {
        if words.iter().any(|plain| plain.has_form(word)) {
            forms.push(word.range.clone());
        }
    }
    forms
}

fn marks(text: &[Vec<Word>], of_block: impl Fn(&[Word]) -> Vec<Range<usize>>) -> Marks {
    text.iter().map(|block| of_block(block)).collect()
}

fn marked(marks: &Marks) -> bool {
    marks.iter().any(|block| !block.is_empty())
}

fn add(to: &mut Marks, marks: Marks) {
    for (to, marks) in to.iter_mut().zip(marks) {
        to.extend(marks);
    }
}

/// Marks in the order of the text, those that overlap as one.
fn united(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_by_key(|mark| mark.start);
    let mut united: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match united.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => united.push(mark),
        }
    }
    united
}

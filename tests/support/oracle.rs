//! What a question must show, found by plain loops over the agenda.
//!
//! Written from what the explorer promises, not from how it keeps it: no index,
//! no sets, nothing remembered but the words of each text. It needs the library
//! and the standard library only, so that tests of the built page can use it.
//!
//! Edge: it does not rank. Where the best match comes first, it tells which
//! recommendations are shown, in the order of their numbers.

use std::ops::Range;

use explorer::{
    agenda::Agenda,
    engine::CharFold,
    query::{Matching, Page, Question, Sort, Values},
};

/// Answers questions about an agenda the slow way.
pub struct Oracle<'a> {
    agenda: &'a Agenda,
    fold: CharFold,
    texts: Vec<Text>,
}

/// The words of each passage of a recommendation.
type Text = Vec<Vec<Word>>;

/// A folded word and the bytes that it came from.
type Word = (String, Range<usize>);

impl<'a> Oracle<'a> {
    /// Reads the words of every text; `fold` is what the page folds with.
    pub fn new(agenda: &'a Agenda, fold: CharFold) -> Oracle<'a> {
        let texts = agenda.recommendations.iter().map(|recommendation| {
            let passages = recommendation.passages();
            passages.map(|passage| words(passage, fold)).collect()
        });
        Oracle {
            agenda,
            fold,
            texts: texts.collect(),
        }
    }

    /// The numbers that a question shows, in the order in which it shows them
    /// unless that is [`Sort::Relevance`]. `saved` is the reader's own list.
    pub fn numbers(&self, question: &Question, saved: &[u16]) -> Vec<u16> {
        let terms = self.terms(question);
        let mut numbers = Vec::new();
        for (place, recommendation) in self.agenda.recommendations.iter().enumerate() {
            if self.in_base(place, &terms, ground(question, saved))
                && self.in_facets(place, &question.chosen, question)
            {
                numbers.push(recommendation.number);
            }
        }
        match ground(question, saved) {
            Some(list) if question.search.is_empty() => {
                let mut ordered = list.to_vec();
                ordered.retain(|number| numbers.contains(number));
                ordered
            }
            _ => numbers,
        }
    }

    /// Whether [`Oracle::numbers`] also tells the order.
    pub fn knows_order(question: &Question) -> bool {
        question.search.is_empty() || question.sort() == Sort::Number
    }

    /// For each facet, for each value, how many would be shown: as if the value
    /// alone were chosen in its facet, or, where all chosen values are asked
    /// for, as if it were chosen too.
    pub fn counts(&self, question: &Question, saved: &[u16]) -> Vec<Vec<usize>> {
        let terms = self.terms(question);
        let mut base = Vec::new();
        for place in 0..self.agenda.len() {
            if self.in_base(place, &terms, ground(question, saved)) {
                base.push(place);
            }
        }
        let mut counts = Vec::new();
        for (position, facet) in self.agenda.facets.iter().enumerate() {
            let mut row = Vec::new();
            for value in 0..facet.values.len() {
                let mut chosen = question.chosen.clone();
                if !(facet.switchable && question.matching == Matching::All) {
                    chosen[position] = Values::default();
                }
                chosen[position].insert(value);
                let shown = base.iter();
                row.push(
                    shown
                        .filter(|place| self.in_facets(**place, &chosen, question))
                        .count(),
                );
            }
            counts.push(row);
        }
        counts
    }

    /// For each passage of a recommendation, the bytes of the words that begin
    /// with a word of the search.
    pub fn marks(&self, question: &Question, number: u16) -> Vec<Vec<Range<usize>>> {
        let terms = self.terms(question);
        let place = self.agenda.position(number).expect("a known number");
        let mut marks = Vec::new();
        for passage in &self.texts[place] {
            let mut found = Vec::new();
            for (word, range) in passage {
                if terms.iter().any(|(term, _)| word.starts_with(term)) {
                    found.push(range.clone());
                }
            }
            marks.push(found);
        }
        marks
    }

    /// The words of the search, each of which some word of a text must begin with.
    fn terms(&self, question: &Question) -> Vec<Word> {
        words(question.search.as_str(), self.fold)
    }

    /// Whether the search and the list let a recommendation through.
    fn in_base(&self, place: usize, terms: &[Word], ground: Option<&[u16]>) -> bool {
        let number = self.agenda.recommendations[place].number;
        let found = terms.iter().all(|(term, _)| {
            let mut all = self.texts[place].iter().flatten();
            all.any(|(word, _)| word.starts_with(term))
        });
        found && ground.is_none_or(|list| list.contains(&number))
    }

    /// Whether every facet with a choice lets a recommendation through.
    fn in_facets(&self, place: usize, chosen: &[Values], question: &Question) -> bool {
        let mut facets = self.agenda.facets.iter().zip(chosen).enumerate();
        facets.all(|(position, (facet, chosen))| {
            let mut carried = chosen
                .iter()
                .map(|value| self.carries(place, position, value));
            if chosen.is_empty() {
                true
            } else if facet.switchable && question.matching == Matching::All {
                carried.all(|carries| carries)
            } else {
                carried.any(|carries| carries)
            }
        })
    }

    fn carries(&self, place: usize, facet: usize, value: usize) -> bool {
        let recommendation = &self.agenda.recommendations[place];
        match facet {
            explorer::agenda::CLUSTER => recommendation.cluster == value,
            _ => {
                let tags = &self.agenda.facets[facet].values[value].tags;
                tags.iter().any(|tag| tag.number == recommendation.number)
            }
        }
    }
}

/// The list that a question looks through, if it does not look through all.
fn ground<'a>(question: &'a Question, saved: &'a [u16]) -> Option<&'a [u16]> {
    if question.page == Page::Saved {
        Some(saved)
    } else if question.list.is_empty() {
        None
    } else {
        Some(&question.list)
    }
}

/// The words of a text: letters and digits without case and accents. What is
/// not seen and apostrophes do not part words; everything else does.
fn words(text: &str, fold: CharFold) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut apart = true;
    for (at, character) in text.char_indices() {
        let piece = match character {
            '\'' | '‘' | '’' | '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' => continue,
            _ if character.is_ascii_alphanumeric() => character.to_lowercase().to_string(),
            _ if character.is_ascii() => {
                apart = true;
                continue;
            }
            _ => match fold(character) {
                Some(piece) => piece,
                None => {
                    apart = true;
                    continue;
                }
            },
        };
        let end = at + character.len_utf8();
        if piece.is_empty() {
            // An accent on its own belongs to the letter before it, if any.
            if let (false, Some((_, range))) = (apart, words.last_mut()) {
                range.end = end;
            }
        } else if apart {
            words.push((piece, at..end));
            apart = false;
        } else if let Some((word, range)) = words.last_mut() {
            word.push_str(&piece);
            range.end = end;
        }
    }
    words
}

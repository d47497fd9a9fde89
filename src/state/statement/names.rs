//! What recommendations and sections are called in a statement.

use facet_search::ReferenceWord;

use crate::data::Agenda;
use crate::state::reference_words::reference_word;

/// What may stand between a noun and a number.
const NUMBER_WORDS: [&str; 5] = ["no", "nos", "nr", "number", "numbers"];

/// What joins the first and the last of a range, beside dashes.
pub const RANGE_WORDS: [&str; 3] = ["to", "through", "thru"];

/// What joins the last of a list.
pub const LAST_WORDS: [&str; 2] = ["and", "or"];

/// What may stand between a recommendation and its section.
pub const LINK_WORDS: [&str; 5] = ["of", "in", "under", "from", "within"];

/// What may begin the name of the document that a recommendation is from.
const DETERMINERS: [&str; 9] = [
    "the", "this", "that", "a", "an", "its", "their", "his", "her",
];

/// How many letters a noun has at least to count in any case and before a blank.
const LONG: usize = 3;

/// How many words the name of a document is read to at most.
const DOCUMENT: usize = 5;

/// The names of an agenda.
pub struct Names<'a> {
    agenda: &'a Agenda,
    /// What the sections are called, as one and as several.
    section: Vec<&'a str>,
}

/// A noun that comes before the number of a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// One, in full.
    One,
    /// Several, in full or abbreviated.
    Many,
    /// Abbreviated.
    Short,
    /// One or two letters.
    Letters,
}

impl<'a> Names<'a> {
    pub fn new(agenda: &'a Agenda) -> Names<'a> {
        let section = agenda.section().and_then(|it| agenda.facets.get(it));
        let section = section.map(|it| vec![it.label.as_str(), &it.label_many, &it.key]);
        Names {
            agenda,
            section: section.unwrap_or_default(),
        }
    }

    /// What a word before a number is. A noun of one or two letters is in capitals.
    pub fn noun(&self, word: &str) -> Option<Noun> {
        let noun = &self.agenda.noun;
        if word.eq_ignore_ascii_case(&noun.one) {
            return Some(Noun::One);
        }
        if word.eq_ignore_ascii_case(&noun.many) {
            return Some(Noun::Many);
        }
        let is_one = |it: &&String| it.eq_ignore_ascii_case(word);
        let prefix = noun.prefixes.iter().find(is_one)?;
        if prefix.len() < LONG {
            return is_capitals(word).then_some(Noun::Letters);
        }
        // “rec” and “recs” are one name in two numbers.
        let one = prefix.strip_suffix('s').unwrap_or_default();
        let is_many = noun.prefixes.iter().any(|it| it == one);
        Some(if is_many { Noun::Many } else { Noun::Short })
    }

    /// Whether a word is what sections are called.
    pub fn is_section(&self, word: &str) -> bool {
        has(&self.section, word)
    }

    /// The section that a word is the letter of. A small letter that is a word as well
    /// (`a`) is not one.
    pub fn letter(&self, word: &str) -> Option<usize> {
        let sections = self.agenda.facets.get(self.agenda.section()?)?;
        let is_clear = is_capitals(word) || !self.is_function_word(word);
        let mut values = sections.values.iter();
        let section = values.position(|value| {
            let letter = value.letter.as_ref().unwrap_or(&value.id);
            letter.eq_ignore_ascii_case(word)
        });
        section.filter(|_| is_clear)
    }

    /// Whether a word says little on its own.
    pub fn is_function_word(&self, word: &str) -> bool {
        let words = self.agenda.function_words.iter();
        let mut words = words.map(String::as_str).chain(LAST_WORDS);
        words.any(|it| it.eq_ignore_ascii_case(word))
    }

    /// Whether a word before a noun belongs to the name of this agenda.
    fn is_own(&self, word: &str) -> bool {
        let mut title = self.agenda.title.split(' ');
        title.any(|it| it.eq_ignore_ascii_case(word))
            || self.noun(word).is_some()
            || self.is_section(word)
            || self.letter(word).is_some()
    }

    /// Whether the word directly before a noun names something else that makes
    /// recommendations: “ILO Recommendation 204”, “the Council Recommendation 12”.
    pub fn is_other_body(&self, word: &str, begins_sentence: bool) -> bool {
        let is_short_name = word.len() > 1 && is_capitals(word);
        let is_name = is_short_name || (!begins_sentence && starts_with_capital(word));
        is_name && !self.is_own(word) && !self.is_function_word(word)
    }

    /// Whether what follows “of” names a document other than this agenda, by its words
    /// up to the next mark: “the evaluation report”.
    pub fn is_other_document(&self, words: &[&str]) -> bool {
        let Some((first, rest)) = words.split_first() else {
            return false;
        };
        if !has(&DETERMINERS, first) {
            return first.len() > 1 && is_capitals(first) && !self.is_own(first);
        }
        let title_end = self.agenda.title.rsplit(' ').next().unwrap_or_default();
        let until_of = rest.iter().take_while(|it| !has(&LINK_WORDS, it));
        let mut name = until_of.take(DOCUMENT).peekable();
        name.peek().is_some()
            && !name.any(|it| {
                it.eq_ignore_ascii_case(title_end) || self.noun(it).is_some() || self.is_section(it)
            })
    }
}

/// Whether a list has a word, in any case.
pub fn has(words: &[&str], word: &str) -> bool {
    words.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// Whether a word may stand between a noun and a number.
pub fn is_number_word(word: &str) -> bool {
    has(&NUMBER_WORDS, word)
}

/// What a number in words is.
pub fn number_in_words(word: &str) -> Option<u32> {
    match reference_word(&word.to_ascii_lowercase())? {
        ReferenceWord::Number(number) => Some(number),
        ReferenceWord::Passage => None,
    }
}

/// Whether a word comes before the mark of an item, and whether before several.
pub fn item_word(word: &str) -> Option<bool> {
    let word = word.to_ascii_lowercase();
    let is_item = |word: &str| reference_word(word) == Some(ReferenceWord::Passage);
    if is_item(&word) {
        return Some(false);
    }
    word.strip_suffix('s')
        .filter(|it| is_item(it))
        .map(|_| true)
}

pub fn starts_with_capital(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_uppercase())
}

pub fn is_capitals(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_uppercase())
}

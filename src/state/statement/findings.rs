//! What is found in a statement. Every range is one of bytes of the statement, between
//! two characters.

use std::ops::Range;

/// What is found in a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many words it has, as readers count: what stands between blanks and has a
    /// letter or digit.
    pub words: usize,
    /// In the order of the text.
    pub cited: Vec<Citation>,
    /// In the order of the text.
    pub flags: Vec<Flag>,
    /// The paragraphs for which something is suggested, in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A place that cites something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    pub range: Range<usize>,
    pub what: Cited,
}

/// What a place cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// A recommendation by its number, and the positions of the items that are named.
    Number { number: u16, passages: Vec<usize> },
    /// A section, by its position.
    Section(usize),
    /// The wording of these recommendations: each of them has it, or one has nearly the
    /// same.
    Wording(Vec<u16>),
}

/// A place where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub range: Range<usize>,
    pub what: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A quotation that differs from the recommendation.
    Quotation { number: u16, pieces: Vec<Piece> },
    /// A number that no recommendation has.
    Number(u32),
    /// An item that the recommendation does not have, by its mark.
    Passage { number: u16, mark: String },
    /// A recommendation that is not in the sections that are named with it.
    Section {
        number: u16,
        named: Vec<usize>,
        own: usize,
    },
    /// A section that does not exist, by its letter.
    NoSection(String),
}

/// A piece of a quotation that differs. The pieces that are [`Spelled::Same`] or
/// [`Spelled::Written`] are the quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub spelled: Spelled,
    pub text: String,
}

/// How a piece of a quotation stands to the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelled {
    /// The source says the same.
    Same,
    /// The source does not say it there.
    Written,
    /// Only the source says it.
    Source,
}

/// A paragraph for which recommendations are suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub range: Range<usize>,
    /// Its place among all paragraphs, from 1.
    pub place: usize,
    /// The best first.
    pub suggested: Vec<Suggested>,
}

/// A recommendation that a paragraph speaks to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggested {
    pub number: u16,
    /// The words of the paragraph that led there, the weightiest first.
    pub words: Vec<Range<usize>>,
}

/// Something that is cited, with all places that cite it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub what: Named,
    /// The positions of the items that are named.
    pub passages: Vec<usize>,
    pub ranges: Vec<Range<usize>>,
}

/// A recommendation by its number, or a section by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Recommendation(u16),
    Section(usize),
}

impl Findings {
    /// What is cited, each once, in the order of the text.
    pub fn subjects(&self) -> Vec<Subject> {
        let mut subjects: Vec<Subject> = Vec::new();
        for citation in &self.cited {
            let named: Vec<Named> = match citation.what {
                Cited::Section(value) => vec![Named::Section(value)],
                _ => {
                    let numbers = citation.what.numbers().iter();
                    numbers.map(|it| Named::Recommendation(*it)).collect()
                }
            };
            let passages = match &citation.what {
                Cited::Number { passages, .. } => passages.as_slice(),
                _ => &[],
            };
            for what in named {
                let known = subjects.iter().position(|it| it.what == what);
                let place = known.unwrap_or_else(|| {
                    subjects.push(Subject {
                        what,
                        passages: Vec::new(),
                        ranges: Vec::new(),
                    });
                    subjects.len() - 1
                });
                if let Some(subject) = subjects.get_mut(place) {
                    subject.ranges.push(citation.range.clone());
                    for passage in passages {
                        if !subject.passages.contains(passage) {
                            subject.passages.push(*passage);
                        }
                    }
                }
            }
        }
        subjects
    }

    /// The numbers of the recommendations that are cited, by number or wording, each
    /// once, in the order of the text.
    pub fn numbers(&self) -> Vec<u16> {
        let mut numbers = Vec::new();
        for citation in &self.cited {
            for number in citation.what.numbers() {
                if !numbers.contains(number) {
                    numbers.push(*number);
                }
            }
        }
        numbers
    }
}

impl Cited {
    /// The recommendations that it names; none for a section.
    pub fn numbers(&self) -> &[u16] {
        match self {
            Cited::Number { number, .. } => std::slice::from_ref(number),
            Cited::Section(_) => &[],
            Cited::Wording(numbers) => numbers,
        }
    }
}

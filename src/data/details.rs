//! What few readers open: the imprint, the adoption, notes on the classification,
//! corrections of the source, other documents, and what is similar. Apart from the
//! [`Agenda`](super::Agenda), so that the app lists, searches and filters before it has
//! them.

use super::{
    Adoption, Correction, GlossaryNote, Imprint, Paragraph, Recommendation, RelatedDocument,
};

/// What belongs to an agenda beside what every reader sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// What citations say beside the source.
    pub imprint: Imprint,
    pub adoption: Option<Adoption>,
    pub notes: Vec<Note>,
    /// What was corrected in the source text.
    pub corrections: Vec<Correction>,
    /// What was taken out of the glossary of an embedded agenda, by position.
    pub glossary_notes: Vec<GlossaryNote>,
    /// Other documents that speak to recommendations.
    pub documents: Vec<RelatedDocument>,
    /// What is similar to each recommendation, by its position in the agenda, the nearest
    /// first. Empty until a build has computed it, as it is in no data set.
    pub relatives: Vec<Vec<Relative>>,
    /// Whether a [`Background`](super::Background) says something of single
    /// recommendations: room is made for it before it is there.
    pub has_background: bool,
}

/// That a recommendation is similar to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// The number of the similar one.
    pub number: u16,
    /// The longest run of words that both texts have, where it is worth quoting.
    pub words: Option<Quote>,
}

/// Some words of a recommendation, by their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The position of the block.
    pub block: usize,
    /// Where they begin in its text, and how long they are, in bytes.
    pub start: usize,
    pub length: usize,
}

impl Quote {
    /// The words; empty if the recommendation is not the one that they are of.
    pub fn words<'text>(&self, of: &'text Recommendation) -> &'text str {
        let block = of.text.get(self.block);
        let rest = block.and_then(|block| block.text.get(self.start..));
        rest.and_then(|rest| rest.get(..self.length))
            .unwrap_or_default()
    }
}

/// What readers should know about a facet, a value of it, or the decision to give
/// a recommendation that value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The position of the facet in the agenda.
    pub facet: usize,
    /// The position of the value in the facet.
    pub value: Option<usize>,
    /// The number of the recommendation.
    pub number: Option<u16>,
    pub text: String,
}

impl Details {
    /// The note on a facet, on a value of it, or on a recommendation that carries
    /// the value.
    pub fn note(&self, facet: usize, value: Option<usize>, number: Option<u16>) -> Option<&str> {
        self.notes
            .iter()
            .find(|note| (note.facet, note.value, note.number) == (facet, value, number))
            .map(|note| note.text.as_str())
    }

    /// The corrections made in the text of a recommendation.
    pub fn corrections_of(&self, number: u16) -> impl Iterator<Item = &Correction> {
        self.corrections
            .iter()
            .filter(move |correction| correction.number == number)
    }

    /// What is similar to the recommendation at a position of the agenda.
    pub fn relatives_of(&self, position: Option<usize>) -> &[Relative] {
        let relatives = position.and_then(|position| self.relatives.get(position));
        relatives.map_or(&[], Vec::as_slice)
    }

    /// The paragraphs of other documents that speak to a recommendation, each
    /// with the reason why we say so.
    pub fn paragraphs_on(&self, number: u16) -> Vec<(&RelatedDocument, &Paragraph, &str)> {
        let mut found = Vec::new();
        for document in &self.documents {
            for paragraph in &document.paragraphs {
                let mut links = paragraph.recommendations.iter();
                if let Some(link) = links.find(|link| link.number == number) {
                    found.push((document, paragraph, link.reason.as_str()));
                }
            }
        }
        found
    }
}

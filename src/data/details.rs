//! What few readers open: the imprint, the adoption, notes on the classification,
//! corrections of the source, and other documents. Apart from the [`Agenda`](super::Agenda), so that the app
//! lists, searches and filters before it has them.

use super::{Adoption, Correction, GlossaryNote, Imprint, Paragraph, RelatedDocument};

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

    /// The paragraphs of other documents that speak to a recommendation, each
    /// with the reason why we say so.
    pub fn paragraphs_on(
        &self,
        number: u16,
    ) -> impl Iterator<Item = (&RelatedDocument, &Paragraph, &str)> {
        self.documents.iter().flat_map(move |document| {
            document.paragraphs.iter().filter_map(move |paragraph| {
                let mut links = paragraph.recommendations.iter();
                let link = links.find(|link| link.number == number)?;
                Some((document, paragraph, link.reason.as_str()))
            })
        })
    }
}

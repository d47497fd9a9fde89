//! Where the text comes from, what was corrected, and which other documents
//! speak to the recommendations.

/// The publication that the recommendations are quoted from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub title: String,
    pub publisher: String,
    /// The publisher in a word.
    pub publisher_short: String,
    pub year: u16,
    /// The publisher's reference.
    pub reference: String,
    pub licence: String,
    pub licence_url: String,
    /// What the licence leaves out.
    pub licence_note: String,
    /// The sentence that goes with every use of the text.
    pub attribution: String,
    /// The official page.
    pub url: String,
}

impl Source {
    /// The publisher as citations name an author: without its short name in brackets,
    /// as styles put authors into brackets themselves.
    pub fn author(&self) -> &str {
        let short = format!(" ({})", self.publisher_short);
        let author = self.publisher.strip_suffix(short.as_str());
        author.unwrap_or(&self.publisher)
    }
}

/// What citations say of the publication, beside its [`Source`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// The town of the publisher.
    pub place: Option<String>,
    /// The year in which the texts were adopted, which can be long before the
    /// edition.
    pub adopted: Option<u16>,
}

/// How the texts came into force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// When they were adopted, with where that is said.
    pub note: String,
    /// The page behind that note.
    pub url: Option<String>,
}

/// A place where our text differs from the file of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub number: u16,
    pub before: String,
    pub after: String,
    pub why: String,
}

/// Another document, quoted in paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedDocument {
    pub id: String,
    pub title: String,
    pub publisher: String,
    /// The day of the document, as `YYYY-MM-DD`.
    pub date: String,
    /// What readers should know about its links.
    pub note: String,
    /// What stands before its numbered paragraphs.
    pub intro: Vec<String>,
    pub paragraphs: Vec<Paragraph>,
}

/// A numbered paragraph of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub number: u16,
    pub text: String,
    /// The recommendations that it speaks to; our mapping, not the document's.
    pub recommendations: Vec<ParagraphLink>,
}

/// That a passage speaks to a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphLink {
    pub number: u16,
    pub reason: String,
}

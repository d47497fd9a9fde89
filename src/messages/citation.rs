//! Citations as they are printed, in the styles that the field uses.

use crate::data::{Agenda, Date, Imprint, Part};
use crate::state::Named;

/// A style of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitationStyle {
    /// The notes of the Chicago Manual of Style, 17th edition.
    Chicago,
    /// The list of references of the APA, 7th edition.
    Apa,
    /// The Oxford Standard for the Citation of Legal Authorities, 4th edition.
    Oscola,
    /// The footnotes of WIPO documents.
    Wipo,
}

impl Named for CitationStyle {
    const ALL: &'static [(&'static str, Self)] = &[
        ("chicago", CitationStyle::Chicago),
        ("apa", CitationStyle::Apa),
        ("oscola", CitationStyle::Oscola),
        ("wipo", CitationStyle::Wipo),
    ];
}

/// What a citation is of.
pub struct Cited<'a> {
    pub agenda: &'a Agenda,
    pub imprint: &'a Imprint,
    /// The recommendations, or the part of one, by name.
    pub passage: String,
    /// Where it was read.
    pub address: &'a str,
    /// When it was read, if that is known.
    pub day: Option<Date>,
}

/// Some words of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    /// Whether they stand in italics.
    pub is_italic: bool,
}

pub trait CitationMessages {
    /// What readers know a style by.
    fn citation_style(&self, style: CitationStyle) -> &'static str;

    /// What stands before the choice of a style or format, and of what is cited.
    fn citation_form(&self) -> &'static str;
    fn cited_passage(&self) -> &'static str;

    fn copy_citation(&self) -> &'static str;
    fn citation_copied(&self) -> &'static str;
    fn nothing_to_cite(&self, agenda: &Agenda) -> String;

    /// The button that shows how so many recommendations are cited.
    fn cite_shown(&self, agenda: &Agenda, count: usize) -> String;

    /// A part of a recommendation as citations name it.
    fn cited_part(&self, agenda: &Agenda, number: u16, part: &Part) -> String;

    /// The citation in a style.
    fn citation(&self, style: CitationStyle, cited: &Cited<'_>) -> Vec<Run>;

    /// A shorter one, for footnotes that follow a whole one.
    fn later_citation(&self, cited: &Cited<'_>) -> Vec<Run>;
}

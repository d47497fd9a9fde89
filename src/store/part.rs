//! The names of the parts of the wasm that are loaded on demand.

/// A part of the wasm that is loaded on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Views beside the list of results.
    Views,
    /// Projects, and lists of status.
    Background,
    /// Files of other programs.
    Files,
    /// The page of the saved lists, and the list of a link.
    Lists,
    /// What a statement of the reader cites.
    Statement,
    /// Words of the search that few texts have, the correction of others, and what an empty
    /// result offers.
    Words,
    /// Every component in its states.
    Gallery,
    /// What is little and seldom: the sheet of narrow screens, and the marks of a value that
    /// is pointed at.
    Extras,
}

impl Part {
    /// All of them. `self as usize` is the place of one.
    pub const ALL: [Part; 8] = [
        Part::Views,
        Part::Background,
        Part::Files,
        Part::Lists,
        Part::Statement,
        Part::Words,
        Part::Gallery,
        Part::Extras,
    ];

    /// As the boot script and the lists name it, and the event by which the script tells
    /// what became of it.
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Part::Views => ("views", "agenda-explorer:views-answer"),
            Part::Background => ("background", "agenda-explorer:background-answer"),
            Part::Files => ("files", "agenda-explorer:files-answer"),
            Part::Lists => ("lists", "agenda-explorer:lists-answer"),
            Part::Statement => ("statement", "agenda-explorer:statement-answer"),
            Part::Words => ("words", "agenda-explorer:words-answer"),
            Part::Gallery => ("gallery", "agenda-explorer:gallery-answer"),
            Part::Extras => ("extras", "agenda-explorer:extras-answer"),
        }
    }
}

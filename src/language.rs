//! The languages of the interface. That of the texts is the data's
//! ([`crate::data::Agenda`]).

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag, in lower case.
    pub tag: &'static str,
    /// The direction of its script, as the attribute `dir` has it.
    pub dir: &'static str,
    /// What it calls itself.
    pub name: &'static str,
}

pub const ENGLISH: Language = Language {
    tag: "en",
    dir: "ltr",
    name: "English",
};

/// All that a reader can ask for.
pub const AVAILABLE: &[Language] = &[ENGLISH];

/// Whether a language tag asks for one of them: `en-GB` asks for `en`.
pub fn is_available(tag: &str) -> bool {
    let language = tag.split('-').next();
    AVAILABLE.iter().any(|known| Some(known.tag) == language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_asks_for_its_language() {
        assert!(is_available("en"));
        assert!(is_available("en-gb"));
        assert!(!is_available("eng"));
        assert!(!is_available("fr"));
    }
}

//! The search over the agenda, with as much of the glossary as a search text needs.
//!
//! Most texts have only words that the agenda itself knows. Those of the glossary that
//! make a difference for them come with the agenda; the others ([`FurtherWords`]) are
//! loaded for the first text with a word that is unknown without them.

use std::sync::OnceLock;

use facet_search::{
    CharFold, Corpus, Interpretation, Query, SearchResults, TextQuery, count, search, understand,
};

use super::{SearchText, corpus};
use crate::data::{Agenda, FurtherWords, GlossaryEntry, GlossaryNote};

/// The corpora of the search, and what their glossaries say.
pub struct SearchIndex {
    /// With the glossary of the agenda.
    base: Corpus,
    /// With the further words, once a text has needed them.
    loaded: OnceLock<Loaded>,
    /// Where these come from; `None` where the base has all.
    further: Option<Further>,
    /// That of the base.
    glossary: Vec<GlossaryEntry>,
}

struct Loaded {
    corpus: Corpus,
    glossary: Vec<GlossaryEntry>,
}

struct Further {
    agenda: &'static Agenda,
    fold: CharFold,
    words: fn() -> FurtherWords,
    /// What the entries of the base say.
    notes: OnceLock<Vec<GlossaryNote>>,
    read_notes: fn() -> Vec<GlossaryNote>,
}

impl SearchIndex {
    /// The search over an agenda that has all of its glossary.
    pub fn whole(agenda: &Agenda, fold: CharFold) -> SearchIndex {
        SearchIndex {
            base: corpus::corpus(agenda, fold),
            loaded: OnceLock::new(),
            further: None,
            glossary: agenda.glossary.clone(),
        }
    }

    /// The search over an agenda that has the part of its glossary that is always
    /// needed; `words` gives the rest, and `read_notes` what that part says.
    pub fn partial(
        agenda: &'static Agenda,
        fold: CharFold,
        words: fn() -> FurtherWords,
        read_notes: fn() -> Vec<GlossaryNote>,
    ) -> SearchIndex {
        SearchIndex {
            base: corpus::corpus_with(agenda, &FurtherWords::default(), fold, true),
            loaded: OnceLock::new(),
            further: Some(Further {
                agenda,
                fold,
                words,
                notes: OnceLock::new(),
                read_notes,
            }),
            glossary: agenda.glossary.clone(),
        }
    }

    /// Answers a query.
    pub fn search(&self, query: &Query) -> SearchResults {
        let results = search(&self.base, query);
        if results.interpretation.has_unknown_word && self.further.is_some() {
            return search(self.corpus(), query);
        }
        results
    }

    /// Whether a text can only be understood with further words that nothing has needed yet.
    #[inline(never)]
    pub fn needs_words(&self, text: &SearchText) -> bool {
        let further = self.further.as_ref().filter(|_| !self.has_all_words());
        further.is_some_and(|further| {
            let search = TextQuery::parse(text.as_str(), further.fold);
            understand(&self.base, &search).has_unknown_word
        })
    }

    /// Whether nothing of the glossary is missing, as nothing is once a query has needed it.
    pub fn has_all_words(&self) -> bool {
        self.further.is_none() || self.loaded.get().is_some()
    }

    /// The number of documents that match a query.
    pub fn count(&self, query: &Query) -> usize {
        let base = &self.base;
        let needs_all = self.further.is_some() && understand(base, &query.search).has_unknown_word;
        count(if needs_all { self.corpus() } else { base }, query)
    }

    /// The corpus in which a search text was understood.
    pub fn corpus_of(&self, interpretation: &Interpretation) -> &Corpus {
        if interpretation.is_partial {
            &self.base
        } else {
            self.corpus()
        }
    }

    /// The corpus with the whole glossary.
    pub fn corpus(&self) -> &Corpus {
        match &self.further {
            Some(further) => &self.loaded(further).corpus,
            None => &self.base,
        }
    }

    /// An entry of the glossary, by its position.
    #[inline(never)]
    pub fn entry(&self, position: usize) -> Option<GlossaryEntry> {
        let own = self.glossary.get(position);
        let Some(further) = &self.further else {
            return own.cloned();
        };
        if let Some(own) = own {
            let notes = further.notes.get_or_init(further.read_notes);
            return notes.get(position).map(|note| own.with_note(note));
        }
        let position = position.checked_sub(self.glossary.len())?;
        self.loaded(further).glossary.get(position).cloned()
    }

    /// The entries of the glossary that are loaded, with their positions, as far as what
    /// they find goes.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &GlossaryEntry)> {
        let further = self.loaded.get().map(|it| &it.glossary[..]);
        let further = further.unwrap_or_default();
        self.glossary.iter().chain(further).enumerate()
    }

    fn loaded(&self, further: &Further) -> &Loaded {
        self.loaded.get_or_init(|| further.load())
    }
}

impl Further {
    /// Few visits type a word that needs it.
    #[inline(never)]
    fn load(&self) -> Loaded {
        let words = (self.words)();
        Loaded {
            corpus: corpus::corpus_with(self.agenda, &words, self.fold, false),
            glossary: words.glossary,
        }
    }
}

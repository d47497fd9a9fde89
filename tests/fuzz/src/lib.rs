//! What must hold for any bytes that a stranger can send. Each [`Target`] is one
//! way in; it panics where a promise is broken.
//!
//! Edge: it does not invent input. AFL++ does, from `corpus/` (`cargo xtask fuzz`),
//! and the tests read the corpus itself.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use explorer::data::{self, Agenda, Background, Details};
use explorer::state::saved::{Operation, SavedLists, change, load};
use explorer::state::url::{ParsedUrl, WarningReason};
use explorer::state::{
    self, Named, Page, Scope, SearchIndex, SearchText, StaticPage, ViewState, relaxations, url,
};
use facet_search::search;

#[allow(dead_code, reason = "the tests of saved lists need more of it")]
#[path = "../../support/memory.rs"]
mod memory;
#[path = "../../support/native.rs"]
mod native;
#[allow(dead_code, reason = "the tests of the search need more of it")]
#[path = "../../support/oracle/mod.rs"]
mod oracle;

use memory::{Memory, NOW, SAVED_KEY};
use native::NATIVE;
use oracle::Oracle;

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The query string and the fragment of an address.
    Address,
    /// What is in the storage of the browser.
    Saved,
    /// What is typed into the search field.
    Search,
    /// What a host page sends to a frame.
    Message,
    /// A data set for `--data`.
    Data,
}

impl Target {
    pub const ALL: [Target; 5] = [
        Target::Address,
        Target::Saved,
        Target::Search,
        Target::Message,
        Target::Data,
    ];

    /// The folder of its corpus.
    pub fn name(self) -> &'static str {
        match self {
            Target::Address => "address",
            Target::Saved => "saved",
            Target::Search => "search",
            Target::Message => "message",
            Target::Data => "data",
        }
    }
}

/// What the targets read with, made once.
pub struct Reader {
    agenda: &'static Agenda,
    index: SearchIndex,
    oracle: Oracle<'static>,
    compared: u64,
}

impl Reader {
    /// One that compares what each search finds with the oracle.
    ///
    /// # Panics
    /// If the embedded data cannot be read.
    pub fn new() -> Reader {
        Reader::comparing_one_of(1)
    }

    /// One that compares one search of `compared` with the oracle, and its
    /// relaxations with what they find: both take many times as long as the search.
    /// Which ones follows from the text, so that a text is read in the same way each
    /// time.
    ///
    /// # Panics
    /// If the embedded data cannot be read.
    pub fn comparing_one_of(compared: u64) -> Reader {
        let agenda = explorer::data::read(include_str!("../../../public/data/agenda.json"))
            .expect("the data can be read")
            .0;
        // One for all inputs: it lives as long as the program.
        let agenda: &'static Agenda = Box::leak(Box::new(agenda));
        Reader {
            agenda,
            index: SearchIndex::whole(agenda, NATIVE.fold),
            oracle: Oracle::new(agenda, NATIVE.fold),
            compared,
        }
    }

    /// Reads bytes by a target.
    ///
    /// # Panics
    /// If a promise is broken.
    pub fn run(&self, target: Target, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        match target {
            Target::Address => self.address(&text),
            Target::Saved => self.saved(&text),
            Target::Search => self.search(&text),
            Target::Message => self.message(&text),
            Target::Data => data_set(&text),
        }
    }

    /// What was understood of an address reads back from the address that it is
    /// written as, on every kind of page.
    fn address(&self, text: &str) {
        let (query, fragment) = text.split_once('#').unwrap_or((text, ""));
        let agenda = self.agenda;
        let number = agenda.recommendations[0].number;
        let facet = agenda.section().expect("there are sections");
        for page in [
            StaticPage::Home,
            StaticPage::Recommendation(number),
            StaticPage::Value { facet, value: 0 },
        ] {
            let parsed = url::read_on(page, query, agenda, NATIVE.compose);
            let written = url::write_on(page, &parsed.view_state, agenda);
            let again = url::read_on(page, &written, agenda, NATIVE.compose);
            assert_eq!(again.view_state, parsed.view_state, "{written}");
            assert!(understood(&again), "{written}: {:?}", again.warnings);
            assert_eq!(url::write_on(page, &again.view_state, agenda), written);
        }
        if let Some((number, _)) = url::fragment(fragment, agenda) {
            assert!(agenda.recommendation(number).is_some());
        }
    }

    /// Nothing that was stored is lost, and what can be read is written as it is
    /// read.
    fn saved(&self, text: &str) {
        if let Ok(lists) = SavedLists::read(text) {
            let written = lists.write();
            let again = SavedLists::read(&written).expect("what was written can be read");
            assert_eq!(again, lists);
            assert_eq!(again.write(), written);
        }
        let store = Memory::holding(text);
        let loaded = load(&store);
        let before = loaded.lists.items();
        let last = self.agenda.recommendations.len() as u16;
        let (saved, _) = change(&store, &loaded, &Operation::Save(vec![last]), NOW);
        let after = saved.lists.items();
        assert!(before.iter().all(|item| after.contains(item)));
        let kept = store.texts.borrow().values().any(|kept| kept == text);
        assert!(
            SavedLists::read(text).is_ok() || kept,
            "a text that cannot be read is kept"
        );
        if saved.persistence_error.is_none() {
            let stored = store.text(SAVED_KEY).expect("it was stored");
            let stored = SavedLists::read(&stored).expect("it can be read");
            assert_eq!(stored.items(), after);
        }
    }

    /// The search finds each recommendation at most once and, where it is compared,
    /// what its contract says, in a possible order; and what would find more finds
    /// as much as it says.
    fn search(&self, text: &str) {
        let agenda = self.agenda;
        let view_state = ViewState {
            search: SearchText::new(text, NATIVE.compose),
            ..ViewState::new(agenda)
        };
        let results = self
            .index
            .search(&view_state.query(agenda, &[], NATIVE.fold));
        let mut shown: Vec<u16> = results
            .hits
            .iter()
            .map(|hit| agenda.recommendations[*hit].number)
            .collect();
        assert_eq!(results.matched, shown.len());
        assert_eq!(shown.iter().collect::<HashSet<_>>().len(), shown.len());
        if !self.compares(text) {
            return;
        }
        if !self.oracle.knows_order(&view_state) {
            shown.sort_unstable();
        }
        assert_eq!(shown, self.oracle.numbers(&view_state, &[]));
        let scope = Scope {
            agenda,
            index: &self.index,
            saved: &[],
            fold: NATIVE.fold,
        };
        for relaxation in relaxations(&view_state, &results.interpretation, scope) {
            let changed = view_state.changed(&relaxation.change, NATIVE.fold);
            let found = self.index.search(&changed.query(agenda, &[], NATIVE.fold));
            assert_eq!(found.matched, relaxation.count, "{relaxation:?}");
            assert!(relaxation.count > 0, "{relaxation:?}");
        }
    }

    fn compares(&self, text: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        hasher.finish().is_multiple_of(self.compared)
    }

    /// A host page decides what is shown, and never how, nor what is locked for
    /// its readers. The first line is the address of the frame, the rest what the
    /// host sends.
    fn message(&self, text: &str) {
        let agenda = self.agenda;
        let (frame, sent) = text.split_once('\n').unwrap_or(("embed=1", text));
        let present = url::read(frame, agenda, NATIVE.compose).view_state;
        for query in sent.lines() {
            let asked = url::read(query, agenda, NATIVE.compose).view_state;
            let host = asked.clone().shown_as(&present).normalised();
            assert_eq!((&host.hide, &host.lock), (&present.hide, &present.lock));
            assert_eq!((host.embed, host.events), (present.embed, present.events));
            let reader = asked.allowed_by(&present, agenda);
            for facet in present.lock.iter() {
                assert_eq!(reader.chosen[facet], present.chosen[facet]);
            }
            let told = url::write(&host.content(), agenda);
            let parsed = url::read(&told, agenda, NATIVE.compose);
            assert!(understood(&parsed), "{told}: {:?}", parsed.warnings);
            assert!(Page::ALL.iter().any(|(_, page)| *page == host.page));
        }
    }
}

impl Default for Reader {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether nothing of an address was passed over but what a later version will know.
fn understood(parsed: &ParsedUrl) -> bool {
    let mut warnings = parsed.warnings.iter();
    warnings.all(|warning| warning.reason == WarningReason::NotYet)
}

/// A data set is refused with a sentence, or holds together: it survives its
/// binary form, and its pages can be searched.
fn data_set(text: &str) {
    match data::read_all(text) {
        Err(error) => assert!(!error.to_string().is_empty()),
        Ok((agenda, details, background)) => {
            let encoded = agenda.encode().expect("what was read can be encoded");
            assert_eq!(Agenda::decode(&encoded).expect("and decoded"), agenda);
            let encoded = details.encode().expect("what was read can be encoded");
            assert_eq!(Details::decode(&encoded).expect("and decoded"), details);
            let encoded = background.encode().expect("what was read can be encoded");
            assert_eq!(
                Background::decode(&encoded).expect("and decoded"),
                background
            );
            let corpus = state::corpus(&agenda, NATIVE.fold);
            let all = ViewState::new(&agenda).query(&agenda, &[], NATIVE.fold);
            assert_eq!(search(&corpus, &all).matched, agenda.len());
            for recommendation in &agenda.recommendations {
                let place = StaticPage::Recommendation(recommendation.number).path(&agenda);
                assert!(!place.starts_with('/') && !place.contains(".."), "{place}");
            }
        }
    }
}

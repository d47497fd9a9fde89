//! What the search suggests while a reader types.

mod support;

use std::cell::Cell;

use explorer::data::Agenda;
use explorer::messages::{Grammar, SearchMessages, messages};
use explorer::state::{MAX_SUGGESTIONS, Scope, SearchIndex, Suggester, Suggestion, ViewState, url};
use proptest::{prop_assert, prop_assert_eq, prop_assert_ne};
use support::{
    NATIVE, agenda, hold,
    states::{lists, questions},
};

/// A suggester with what it counts in.
struct Suggesting {
    agenda: Agenda,
    index: SearchIndex,
    suggester: Suggester,
}

impl Suggesting {
    fn new() -> Suggesting {
        let agenda = agenda();
        let index = SearchIndex::whole(&agenda, NATIVE.fold);
        let suggester = Suggester::new(&agenda, &index, NATIVE.fold);
        Suggesting {
            agenda,
            index,
            suggester,
        }
    }

    fn suggest(&self, view_state: &ViewState, saved: &[u16]) -> Vec<Suggestion> {
        let scope = Scope {
            agenda: &self.agenda,
            index: &self.index,
            saved,
            fold: NATIVE.fold,
        };
        self.suggester.suggest(view_state, scope)
    }

    /// What is suggested at an address, in words, with its count.
    fn named(&self, address: &str) -> Vec<(String, usize)> {
        let reading = url::read(address, &self.agenda, NATIVE.compose);
        assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
        let found = self.suggest(&reading.view_state, &[]).into_iter();
        let named = found.map(|it| (messages().suggestion(&self.agenda, &it.what), it.count));
        named.collect()
    }
}

#[test]
fn every_suggestion_leads_to_another_view_with_as_many_results_as_it_says() {
    let suggesting = Suggesting::new();
    let made = Cell::new(0);
    hold(
        3000,
        &(questions(&suggesting.agenda), lists(&suggesting.agenda)),
        |(view_state, saved)| {
            let suggestions = suggesting.suggest(&view_state, &saved);
            prop_assert!(suggestions.len() <= MAX_SUGGESTIONS);
            for (place, suggestion) in suggestions.iter().enumerate() {
                let view = &suggestion.view_state;
                let query = view.query(&suggesting.agenda, &saved, NATIVE.fold);
                prop_assert_eq!(suggestion.count, suggesting.index.search(&query).matched);
                prop_assert!(suggestion.count > 0);
                prop_assert_ne!(view, &view_state);
                let before = &suggestions[..place];
                prop_assert!(before.iter().all(|other| other.view_state != *view));
                // What the host page has fixed stays.
                prop_assert_eq!(&view.lock, &view_state.lock);
                for facet in view_state.lock.iter() {
                    prop_assert_eq!(&view.chosen[facet], &view_state.chosen[facet]);
                }
            }
            made.set(made.get() + suggestions.len());
            Ok(())
        },
    );
    assert!(made.get() > 1000, "only {} suggestions", made.get());
}

#[test]
fn names_that_begin_with_what_is_typed_come_first_and_the_shortest_of_these() {
    let suggesting = Suggesting::new();
    let names = |address| -> Vec<String> {
        let named = suggesting.named(address).into_iter();
        named.map(|(name, _)| name).collect()
    };
    let technology = names("q=technology+tr");
    assert_eq!(technology[0], "Theme: Technology transfer");
    let section = "Cluster C. Technology Transfer, ";
    let longer = technology.iter().position(|it| it.starts_with(section));
    assert!(longer.is_some_and(|place| place > 0), "{technology:?}");
    assert!(
        names("q=building").contains(&"“capacity building”".to_owned()),
        "{:?}",
        names("q=building")
    );
    // Of an entry of the glossary only one name, and none of what is not mentioned.
    assert_eq!(
        suggesting.named("q=least+dev"),
        [
            (
                "Who it concerns: Least developed countries (LDCs)".to_owned(),
                13
            ),
            ("“least developed country”".to_owned(), 13),
        ]
    );
    assert_eq!(suggesting.named("q=climate"), []);
    assert_eq!(suggesting.named("q=zzz"), []);
}

#[test]
fn a_number_suggests_the_recommendations_that_begin_with_it() {
    let suggesting = Suggesting::new();
    let four: Vec<_> = [4, 40, 41, 42, 43, 44, 45]
        .map(|number| (format!("Recommendation {number}"), 1))
        .into();
    assert_eq!(suggesting.named("q=4"), four);
    let found = suggesting.suggest(
        &url::read("q=4", &suggesting.agenda, NATIVE.compose).view_state,
        &[],
    );
    assert_eq!(found[1].view_state.open, Some(40));
}

#[test]
fn before_anything_is_typed_the_themes_of_most_recommendations_are_suggested() {
    let suggesting = Suggesting::new();
    let named = suggesting.named("");
    assert_eq!(named.len(), MAX_SUGGESTIONS);
    assert!(
        named.iter().all(|(name, _)| name.starts_with("Theme: ")),
        "{named:?}"
    );
    assert!(
        named.is_sorted_by_key(|(_, count)| usize::MAX - count),
        "{named:?}"
    );
    // No other theme has more.
    let topics = suggesting
        .agenda
        .facets
        .iter()
        .position(|it| it.key == "theme")
        .unwrap();
    let mut counts: Vec<usize> = (0..suggesting.agenda.facets[topics].values.len())
        .map(|value| {
            let mut view_state = ViewState::new(&suggesting.agenda);
            view_state.toggle(topics, value);
            suggesting
                .index
                .count(&view_state.query(&suggesting.agenda, &[], NATIVE.fold))
        })
        .collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let shown: Vec<usize> = named.into_iter().map(|(_, count)| count).collect();
    assert_eq!(shown, counts[..MAX_SUGGESTIONS]);
}

#[test]
fn what_the_host_page_has_fixed_is_not_suggested() {
    let suggesting = Suggesting::new();
    let open = suggesting.named("embed=1&q=technology+transfer");
    assert!(open.iter().any(|(name, _)| name.starts_with("Theme: ")));
    let locked = suggesting.named("embed=1&theme=competition&lock=theme&q=technology+transfer");
    assert!(
        locked.iter().all(|(name, _)| !name.starts_with("Theme: ")),
        "{locked:?}"
    );
}

#[test]
fn of_each_entry_of_the_glossary_one_name_is_suggested() {
    let suggesting = Suggesting::new();
    let glossary = &suggesting.agenda.glossary;
    for text in ["tech", "small", "least", "inter", "capacity", "public"] {
        let names = suggesting.named(&format!("q={text}")).into_iter();
        let names: Vec<String> = names.map(|(name, _)| name).collect();
        let named = |words: &&String| names.contains(&messages().quoted(words));
        for entry in glossary {
            let several: Vec<_> = entry.words.iter().filter(named).collect();
            assert!(several.len() < 2, "{text}: {several:?}");
        }
    }
}

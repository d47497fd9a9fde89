//! What choosing a value of a facet would do, told before it is done.

use browser_tests::{journey::visit, page::Page, seen::Effect};
use explorer::state::ViewState;

use crate::known::{AGENDA, address, answer, view_state};

/// A place, a value of a facet, what choosing it there would do (or no longer
/// choosing it, where it is chosen), and what taking that back would.
const CASES: [(&str, &str, &str, &str, &str); 10] = [
    ("", "cluster", "b", "−36 → 9", "+36 → 45"),
    ("cluster=b", "cluster", "b", "+36 → 45", "−36 → 9"),
    ("cluster=b", "cluster", "f", "+1 → 10", "−1 → 9"),
    (
        "q=technology&cluster=c",
        "duty",
        "should",
        "−4 → 1",
        "+4 → 5",
    ),
    ("q=LDC", "for", "least-developed-countries", "→ 13", "→ 13"),
    ("q=folklroe", "cluster", "b", "→ 1", "→ 1"),
    (
        "theme=competition&match=all",
        "theme",
        "technology-transfer",
        "−2 → 2",
        "+2 → 4",
    ),
    (
        "theme=competition",
        "theme",
        "technology-transfer",
        "+7 → 11",
        "−7 → 4",
    ),
    (
        "cluster=f&theme=flexibilities",
        "theme",
        "flexibilities",
        "+1 → 1",
        "−1 → 0",
    ),
    (
        "cluster=a&list=45_3_22_14",
        "cluster",
        "a",
        "+2 → 4",
        "−2 → 2",
    ),
];

/// A view state with a value of a facet chosen, or no longer.
fn toggled(view_state: &ViewState, facet: &str, value: &str) -> ViewState {
    let mut facets = AGENDA.facets.iter();
    let position = facets.position(|known| known.key == facet);
    let position = position.expect("a known facet");
    let mut values = AGENDA.facets[position].values.iter();
    let value = values.position(|known| known.id == value);
    let mut view_state = view_state.clone();
    view_state.toggle(position, value.expect("a known value"));
    view_state
}

/// Waits until the page tells this effect of this value and of no other, to
/// those who see it and to those who do not.
fn tells(page: &Page, facet: &str, value: &str, text: &str) {
    let effect = Effect {
        facet: facet.to_owned(),
        value: value.to_owned(),
        text: text.to_owned(),
    };
    page.comes_to("effects", |seen| seen.effects.clone(), vec![effect]);
    let (_, then) = text.rsplit_once(' ').expect("an arrow and a number");
    let noun = match then {
        "1" => "recommendation",
        _ => "recommendations",
    };
    assert_eq!(page.description(facet, value), format!("{then} {noun}"));
}

#[test]
fn pointing_at_a_value_tells_what_choosing_it_does_and_choosing_it_does_it() {
    visit("", |page| {
        for (place, facet, value, effect, back) in CASES {
            let asked = view_state(place);
            page.open(&format!("?{place}"));
            page.comes_to("effects", |seen| seen.effects.len(), 0);
            page.point_at(facet, value);
            tells(page, facet, value, effect);
            page.address_is(&address(&asked));
            page.toggle(facet, value);
            let chosen = toggled(&asked, facet, value);
            page.address_is(&address(&chosen));
            let numbers = answer(&chosen, &[]).numbers;
            assert!(effect.ends_with(&format!(" {}", numbers.len())), "{place}");
            page.shows(&numbers);
            // A shorter list may have moved the page under the pointer.
            page.point_at(facet, value);
            tells(page, facet, value, back);
            page.toggle(facet, value);
            page.address_is(&address(&asked));
            page.shows(&answer(&asked, &[]).numbers);
            page.point_at(facet, value);
            tells(page, facet, value, effect);
        }
    });
}

#[test]
fn a_value_with_the_focus_tells_what_choosing_it_does() {
    visit("", |page| {
        for (place, facet, value, effect, _) in CASES {
            page.open(&format!("?{place}"));
            page.point_away();
            page.focus_on(facet, value);
            tells(page, facet, value, effect);
        }
    });
}

#[test]
fn what_is_not_looked_at_any_more_tells_nothing() {
    visit("", |page| {
        page.point_at("cluster", "b");
        tells(page, "cluster", "b", "−36 → 9");
        page.point_at("cluster", "f");
        tells(page, "cluster", "f", "−44 → 1");
        page.point_away();
        page.comes_to("effects", |seen| seen.effects.len(), 0);
        assert_eq!(page.description("cluster", "f"), "");
        page.focus_on("cluster", "b");
        page.focus_on("cluster", "f");
        tells(page, "cluster", "f", "−44 → 1");
    });
}

#[test]
fn an_effect_follows_a_search_that_is_typed_meanwhile() {
    let told = |query: &str| {
        let now = view_state(query);
        let then = answer(&toggled(&now, "cluster", "c"), &[]).numbers.len();
        let now = answer(&now, &[]).numbers.len();
        assert!(then < now, "{query} shows no difference");
        format!("−{} → {then}", now - then)
    };
    visit("?q=technology", |page| {
        page.point_at("cluster", "c");
        tells(page, "cluster", "c", &told("q=technology"));
        page.search("transfer");
        tells(page, "cluster", "c", &told("q=transfer"));
    });
}

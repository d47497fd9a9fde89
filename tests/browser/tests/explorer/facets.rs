//! Filtering by facets.

use browser_tests::journey::visit;
use browser_tests::page::Page;

use crate::known::{AGENDA, answer, view_state};

#[test]
fn a_cluster_and_a_theme_narrow_each_other_and_another_cluster_tells_its_own_count() {
    visit("?cluster=c&theme=technology-transfer", |page| {
        page.shows(&[25, 28, 29, 30, 31]);
        let seen = page.now();
        assert_eq!(seen.value("cluster", "b").count, 3);
        assert_eq!(seen.chosen(), ["cluster=c", "theme=technology-transfer"]);
    });
}

#[test]
fn two_themes_are_asked_for_together_where_the_link_says_so() {
    visit("?theme=technology-transfer_competition&match=all", |page| {
        page.shows(&[22, 23]);
        assert_eq!(page.now().matching.as_deref(), Some("all"));
    });
}

#[test]
fn least_developed_countries_are_named_in_exactly_these() {
    visit("?for=least-developed-countries", |page| {
        page.shows(&[1, 2, 7, 8, 13, 14, 17, 19, 21, 22, 23, 26, 30]);
    });
}

#[test]
fn a_value_of_each_facet_changes_address_list_and_counts_and_goes_again() {
    visit("", |page| {
        for facet in &AGENDA.facets {
            let value = &facet.values[1];
            page.toggle(&facet.key, &value.id);
            agrees(page, &format!("{}={}", facet.key, value.id));
            page.toggle(&facet.key, &value.id);
            agrees(page, "");
        }
    });
}

#[test]
fn values_of_one_facet_widen_and_values_of_different_ones_narrow() {
    visit("", |page| {
        page.toggle("cluster", "d");
        agrees(page, "cluster=d");
        page.toggle("cluster", "b");
        agrees(page, "cluster=b_d");
        page.toggle("theme", "evaluation");
        agrees(page, "cluster=b_d&theme=evaluation");
        page.toggle("cluster", "b");
        agrees(page, "cluster=d&theme=evaluation");
    });
}

#[test]
fn the_switch_asks_for_all_chosen_themes_and_back_for_any() {
    visit("?theme=competition_technology-transfer", |page| {
        agrees(page, "theme=competition_technology-transfer");
        page.switch_match();
        agrees(page, "theme=competition_technology-transfer&match=all");
        page.switch_match();
        agrees(page, "theme=competition_technology-transfer");
    });
}

#[test]
fn values_that_would_find_nothing_can_be_seen_and_not_be_chosen() {
    visit("?cluster=f", |page| {
        let seen = page.now();
        let (dead, alive): (Vec<_>, Vec<_>) = seen
            .values
            .iter()
            .partition(|value| value.count == 0 && !value.checked);
        assert!(dead.len() > 20, "{dead:?}");
        assert!(seen.values.iter().all(|value| value.visible), "{seen:?}");
        assert!(dead.iter().all(|value| value.disabled), "{dead:?}");
        assert!(alive.iter().all(|value| !value.disabled), "{alive:?}");
        let all: usize = AGENDA.facets.iter().map(|facet| facet.values.len()).sum();
        assert_eq!(seen.values.len(), all);
    });
}

#[test]
fn a_chosen_value_that_finds_nothing_can_be_taken_back() {
    visit("?cluster=f&theme=flexibilities", |page| {
        let seen = page.now();
        assert_eq!(seen.value("theme", "flexibilities").count, 0);
        page.toggle("theme", "flexibilities");
        agrees(page, "cluster=f");
    });
}

#[test]
fn each_chip_is_an_applied_filter_and_a_click_removes_it() {
    visit(
        "?q=technology&cluster=c&theme=technology-transfer",
        |page| {
            assert_eq!(page.now().chips.len(), 3);
            for left in (0..3).rev() {
                page.remove_chip(0);
                page.comes_to("the number of chips", |seen| seen.chips.len(), left);
            }
            agrees(page, "");
        },
    );
}

#[test]
fn clear_removes_search_and_filters() {
    visit(
        "?q=technology&cluster=c&theme=technology-transfer&for=africa",
        |page| {
            page.clear();
            agrees(page, "");
            let seen = page.now();
            assert_eq!(seen.typed.as_deref(), Some(""));
            assert_eq!(seen.chips, Vec::<String>::new());
            assert_eq!(seen.chosen(), Vec::<String>::new());
        },
    );
}

/// Waits until address, list, checkboxes and counts are those of a query.
fn agrees(page: &Page, query: &str) {
    page.address_is(query);
    let answer = answer(&view_state(query), &[]);
    page.shows(&answer.numbers);
    let seen = page.now();
    let shown: Vec<_> = seen
        .values
        .iter()
        .map(|value| (value.facet.clone(), value.value.clone(), value.count))
        .collect();
    assert_eq!(shown, answer.counts, "at {query}");
}

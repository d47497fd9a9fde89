//! The focus stays, or goes where a reader goes on (A11Y-04, A11Y-05).

use browser_tests::{
    journey::{Setting, visit, visit_in_both},
    page::{Page, checkbox, part, result},
};
use serde_json::json;

use crate::look::ask;

const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

/// Gives the focus to what a selector finds, as the Tab key would.
fn focus(page: &Page, selector: &str) {
    page.eventually(selector, || {
        let body = "const element = document.querySelector(arguments[0]); element?.focus(); return !!element";
        (page.browser().script(body, &[json!(selector)]) == true).then_some(())
    });
}

/// Whether what a selector finds has the focus.
fn has(page: &Page, selector: &str) -> bool {
    let body = "return document.activeElement.matches(arguments[0])";
    page.browser().script(body, &[json!(selector)]) == true
}

fn comes_to(page: &Page, selector: &str) {
    page.becomes(
        &format!("the focus is at {selector}"),
        || has(page, selector),
        true,
    );
}

const HEADING: &str = "#results";

#[test]
fn a_filter_that_is_turned_on_and_off_keeps_the_focus() {
    visit_in_both("", |page| {
        for (facet, value) in [("cluster", "b"), ("theme", "technology-transfer")] {
            let place = checkbox(facet, value);
            focus(page, &place);
            for checked in [true, false] {
                page.browser().press(SPACE);
                page.comes_to(
                    "the filter",
                    |seen| seen.value(facet, value).checked,
                    checked,
                );
                assert!(has(page, &place), "{facet}={value}");
            }
        }
        focus(page, &part("match"));
        page.browser().press(SPACE);
        page.comes_to(
            "the switch",
            |seen| seen.matching.clone(),
            Some("all".into()),
        );
        assert!(has(page, &part("match")));
    });
}

#[test]
fn the_focus_goes_from_a_removed_chip_to_the_next_and_from_the_last_to_the_heading() {
    visit_in_both("?cluster=a_b_c", |page| {
        focus(page, &format!("{}:nth-of-type(2)", part("chip")));
        for left in ["Cluster C×", ""] {
            page.browser().press(ENTER);
            match left {
                "" => comes_to(page, HEADING),
                _ => page.becomes(
                    "the words at the focus",
                    || ask(page, "return document.activeElement.textContent"),
                    json!(left),
                ),
            }
        }
        assert_eq!(page.now().chips, ["Cluster A×"]);
        focus(page, &part("clear"));
        page.browser().press(ENTER);
        comes_to(page, HEADING);
    });
}

#[test]
fn the_focus_stays_with_what_moves_in_the_saved_list_and_goes_on_from_what_leaves_it() {
    visit_in_both("?list=1_2_3", |page| {
        focus(page, "[data-part=results] [data-part=save]");
        for number in [1, 2, 3] {
            focus(page, &format!("{} {}", result(number), part("save")));
            page.browser().press(ENTER);
        }
        page.open("?view=saved");
        page.shows(&[1, 2, 3]);
        let up = |number: u16| format!("{} button[aria-label^='Move up']", result(number));
        focus(page, &up(3));
        for order in [[1, 3, 2], [3, 1, 2]] {
            page.browser().press(ENTER);
            page.shows(&order);
            assert!(has(page, &up(3)), "{order:?}");
        }
        // At the top it can't go on, and keeps the focus.
        page.browser().press(ENTER);
        page.shows(&[3, 1, 2]);
        assert!(has(page, &format!("{}[aria-disabled=true]", up(3))));
        focus(page, &format!("{} {}", result(1), part("save")));
        page.browser().press(ENTER);
        page.shows(&[3, 2]);
        comes_to(page, "#rec-2-heading");
        focus(page, &part("undo"));
        page.browser().press(ENTER);
        page.shows(&[3, 1, 2]);
        comes_to(page, "#rec-2-heading");
        ask(
            page,
            "document.querySelector('[data-part=list-more]').open = true",
        );
        focus(page, &part("remove-all"));
        page.browser().press(ENTER);
        page.shows(&[]);
        comes_to(page, HEADING);
    });
}

#[test]
fn a_list_from_a_link_can_be_saved_and_left_without_losing_the_focus() {
    visit("?list=1_2&cluster=z", |page| {
        let save = ".banner .button";
        focus(page, save);
        page.browser().press(ENTER);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![1, 2]);
        assert!(has(page, save));
        focus(page, ".notice .button");
        page.browser().press(ENTER);
        comes_to(page, HEADING);
        focus(page, ".banner .button:last-child");
        page.browser().press(ENTER);
        comes_to(page, HEADING);
    });
}

#[test]
fn no_key_alone_is_a_shortcut_for_those_who_turn_the_slash_off() {
    visit("?view=about", |page| {
        let slash = "#results input[type=checkbox]";
        assert_eq!(
            ask(
                page,
                "return document.querySelector('#results input').checked"
            ),
            true
        );
        focus(page, slash);
        page.browser().press(SPACE);
        page.becomes(
            "what is stored",
            || page.stored_keys(),
            vec!["agenda-explorer:slash".to_owned()],
        );
        page.open("");
        // The shortcut comes with the list.
        page.eventually("the search suggests", || {
            let suggests = "return !!document.querySelector('[role=combobox]')";
            (ask(page, suggests) == true).then_some(())
        });
        focus(page, HEADING);
        for key in "/?sfjknp".chars() {
            page.browser().press(key);
            assert!(has(page, HEADING), "{key}");
        }
        assert_eq!(page.now().query, "");
        page.open("?view=about");
        assert_eq!(
            ask(
                page,
                "return document.querySelector('#results input').checked"
            ),
            false
        );
        focus(page, slash);
        page.browser().press(SPACE);
        page.becomes("what is stored", || page.stored_keys(), Vec::new());
    });
}

#[test]
fn the_switch_of_the_slash_shows_what_holds_where_nothing_can_be_stored() {
    let refusing = Setting::default().with_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
    );
    refusing.visit("?view=about", |page| {
        page.browser().click("#results input[type=checkbox]");
        let said = "return document.querySelector('.status')?.innerText ?? ''";
        page.becomes(
            "the reader is told",
            || {
                let said = ask(page, said);
                said.as_str()
                    .is_some_and(|said| said.contains("this setting cannot change"))
            },
            true,
        );
        let checked = "return document.querySelector('#results input').checked";
        assert_eq!(ask(page, checked), true);
    });
}

//! The list of suggestions below the search field, with the keyboard and with the mouse.

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit_in, visit_in_both},
    page::{Page, part},
};
use serde_json::{Value, json};

use crate::look::ask;

const DOWN: char = '\u{e015}';
const UP: char = '\u{e013}';
const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const CONTROL: char = '\u{e009}';

/// The field is a combobox once the words of the search are there.
fn waits_for_them(page: &Page) {
    page.becomes(
        "the search field suggests",
        || ask(page, "return !!document.querySelector('[role=combobox]')"),
        json!(true),
    );
}

/// The names and counts of what is offered, if the list is open.
fn offered(page: &Page) -> Value {
    ask(
        page,
        "const list = document.querySelector('[role=listbox]');
        return list.checkVisibility() && [...list.querySelectorAll('[data-part=suggestion]')]
            .map((option) => [option.getAttribute('aria-label'), Number(option.dataset.count)])",
    )
}

/// The name of the option that the field leads to.
fn active(page: &Page) -> Value {
    ask(
        page,
        "const id = document.querySelector('[role=combobox]').getAttribute('aria-activedescendant');
        const marked = [...document.querySelectorAll('[role=option][aria-selected=true]')];
        return marked.length < 2 && (marked[0]?.id ?? null) === id && marked[0]?.getAttribute('aria-label')",
    )
}

fn becomes_active(page: &Page, name: Value) {
    page.becomes("the option", || active(page), name);
}

fn opens(page: &Page) {
    page.becomes(
        "the list is open, and says so",
        || {
            ask(
                page,
                "return document.querySelector('[role=combobox]').ariaExpanded",
            )
        },
        json!("true"),
    );
    assert_ne!(offered(page), json!(false));
}

fn closes(page: &Page) {
    page.becomes("the list is closed", || offered(page), json!(false));
}

fn number(value: &Value) -> usize {
    let number = value.as_u64().and_then(|it| it.try_into().ok());
    number.unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn arrows_lead_through_the_list_and_enter_shows_as_many_as_are_announced() {
    visit_in(&Engine::ALL, "", |page| {
        waits_for_them(page);
        page.search("technology tr");
        opens(page);
        let list = offered(page);
        let theme = "Theme: Technology transfer, 9 recommendations";
        assert_eq!(list[0], json!([theme, 9]));
        let last = list.as_array().and_then(|list| list.last()).cloned();
        assert_eq!(active(page), json!(null));
        let below = "return document.querySelector('.facets').getBoundingClientRect().top";
        let place = ask(page, below);
        page.browser().press(DOWN);
        becomes_active(page, json!(theme));
        // It grows over what is below, and moves nothing.
        assert_eq!(ask(page, below), place);
        // Back to what is typed, and to the last from there.
        page.browser().press(UP);
        becomes_active(page, json!(null));
        page.browser().press(UP);
        becomes_active(page, last.expect("the list has options")[0].clone());
        page.browser().press(DOWN);
        becomes_active(page, json!(null));
        page.browser().press(DOWN);
        becomes_active(page, json!(theme));
        page.browser().press(ENTER);
        page.comes_to(
            "what is chosen",
            |seen| seen.query.clone(),
            "theme=technology-transfer".to_owned(),
        );
        assert_eq!(page.now().numbers.len(), 9);
        assert_eq!(page.now().typed.as_deref(), Some(""));
        closes(page);
    });
}

#[test]
fn enter_and_escape_of_somebody_who_types_do_not_choose() {
    visit_in_both("", |page| {
        waits_for_them(page);
        page.search("technology tr");
        opens(page);
        page.browser().press(ENTER);
        closes(page);
        assert_eq!(page.now().query, "q=technology%20tr");
        page.type_on("a");
        opens(page);
        page.browser().press(ESCAPE);
        closes(page);
        assert_eq!(page.now().query, "q=technology%20tra");
        // Once more, it empties the field, as in search fields of browsers.
        page.browser().press(ESCAPE);
        page.comes_to("the query", |seen| seen.query.clone(), String::new());
        assert_eq!(page.now().typed.as_deref(), Some(""));
    });
}

#[test]
fn each_suggestion_shows_as_many_as_it_says_when_it_is_clicked() {
    visit_in_both("", |page| {
        waits_for_them(page);
        for (place, letters) in ["", "tech", "l", "4", "public", "cap"]
            .into_iter()
            .enumerate()
        {
            page.open("");
            waits_for_them(page);
            page.browser().click(&part("search"));
            page.search(letters);
            opens(page);
            let list = offered(page);
            let count = list.as_array().map_or(0, Vec::len);
            assert!((1..=8).contains(&count), "{letters}: {list}");
            let option = place % count;
            let chosen = format!("{}:nth-child({})", part("suggestion"), option + 1);
            page.browser().click(&chosen);
            closes(page);
            let expected = number(&list[option][1]);
            page.comes_to(
                &format!("the results of {}", list[option]),
                |seen| seen.numbers.len(),
                expected,
            );
        }
    });
}

#[test]
fn the_open_list_lies_over_nothing_that_can_be_pressed() {
    visit_in_both("", |page| {
        waits_for_them(page);
        for width in [360, 1280] {
            page.browser().resize(width, 800);
            for text in ["", "tech", "least dev", "public", "4"] {
                page.search(text);
                page.browser().click(&part("search"));
                opens(page);
                let covered = ask(
                    page,
                    "const list = document.querySelector('[role=listbox]').getBoundingClientRect();
                    return [...document.querySelectorAll('a, button, input, label, summary')]
                        .filter((element) => element.checkVisibility())
                        .filter((element) => {
                            const box = element.getBoundingClientRect();
                            return box.width > 0 && box.bottom > list.top + 1 && box.top < list.bottom - 1
                                && box.right > list.left && box.left < list.right;
                        }).map((element) => element.outerHTML)",
                );
                assert_eq!(covered, json!([]), "{text} at {width}");
            }
        }
    });
}

#[test]
fn a_slash_and_control_k_lead_to_the_search_but_a_slash_in_a_text_does_not() {
    visit_in_both("", |page| {
        waits_for_them(page);
        // The field of a page to which one comes back is another one.
        page.turn_to("?view=about");
        page.browser().back();
        ask(page, "document.querySelector('#results').focus()");
        page.browser().press('/');
        let is_there = || {
            ask(
                page,
                "return document.activeElement.matches('[data-part=search]')",
            )
        };
        page.becomes("the focus is in the field", is_there, json!(true));
        page.browser().press('/');
        page.comes_to("a slash", |seen| seen.typed.clone(), Some("/".to_owned()));
        ask(page, "document.querySelector('#results').focus()");
        page.browser().press_with(CONTROL, 'k');
        page.becomes("the focus is in the field", is_there, json!(true));
        // From a page without a search they lead to that of the list.
        page.turn_to("?view=about");
        page.becomes(
            "the field is gone",
            || {
                ask(
                    page,
                    "return !!document.querySelector('[data-part=search]')",
                )
            },
            json!(false),
        );
        page.browser().press('/');
        page.becomes("the focus is in the field", is_there, json!(true));
    });
}

#[test]
fn what_a_reader_presses_stays_below_the_pointer_and_the_list_closes_after() {
    let place = "
        const { left, top, width, height } =
            document.querySelector('[data-part=clear]').getBoundingClientRect();
        return [left + width / 2, top + height / 2];";
    for (width, height) in [(360, 780), (768, 1024), (1280, 900), (1920, 1080)] {
        let setting = Setting::default().sized(width, height);
        setting.visit("", |page| {
            page.save(25);
            for view in ["?q=technology", "?q=technology&view=saved"] {
                page.open(view);
                waits_for_them(page);
                page.click(&part("search"));
                opens(page);
                let before = ask(page, place);
                let [x, y] = [0, 1].map(|axis| before[axis].as_f64().expect("a number"));
                page.browser().hold(&[(x, y)]);
                let left = "return document.activeElement.id !== 'search'";
                page.becomes("the field is left", || ask(page, left), json!(true));
                assert_eq!(ask(page, place), before, "{view} at {width}");
                page.browser().let_go();
                page.until("it was pressed", |seen| !seen.query.contains("q="));
                closes(page);
            }
        });
    }
}

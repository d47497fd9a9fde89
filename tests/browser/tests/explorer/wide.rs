//! Wide windows, where what is open stands beside the list, and a list of first lines.

use browser_tests::{
    journey::{Setting, visit},
    page::{Page, part, result},
};
use serde_json::{Value, json};

use crate::open::{is_in_sight, unfolded};

const ESCAPE: char = '\u{e00c}';

fn ask(page: &Page, body: &str) -> Value {
    page.browser().script(body, &[])
}

fn number(page: &Page, body: &str) -> f64 {
    ask(page, body).as_f64().expect("a number")
}

/// Waits until the styles that come after the first load hold.
fn styled(page: &Page) {
    let body = "return !!document.querySelector('link[href*=\"later-\"]')?.sheet";
    page.becomes("the styles are there", || ask(page, body), json!(true));
}

fn is_focused(page: &Page, selector: &str) {
    let body = "return document.activeElement.matches(arguments[0])";
    let has = || page.browser().script(body, &[json!(selector)]);
    page.becomes(&format!("the focus is at {selector}"), has, json!(true));
}

#[test]
fn from_1440_pixels_on_what_is_open_stands_beside_the_list_and_stays_in_sight() {
    let height = "return document.querySelector('.results').offsetHeight";
    let beside = "
        const text = document.querySelector('article[data-opened] .text').getBoundingClientRect();
        const { left, top, bottom } = document.querySelector('.details').getBoundingClientRect();
        return left >= text.right && top >= 0 && bottom <= innerHeight;";
    for width in [1440, 1920, 2560] {
        Setting::default().sized(width, 900).visit("", |page| {
            styled(page);
            let closed = number(page, height);
            page.unfold(19);
            page.becomes("it is beside", || ask(page, beside), json!(true));
            assert_eq!(
                number(page, height),
                closed,
                "{width}: nothing is pushed apart"
            );
            ask(page, "scrollBy(0, 800)");
            let top = "
                const { top, bottom } = document.querySelector('.details').getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight && bottom > 0;";
            page.becomes("it is in sight", || ask(page, top), json!(true));
            assert_eq!(page.sticks_out(), 0, "{width}");
        });
    }
    Setting::default()
        .sized(1280, 900)
        .visit("?rec=19", |page| {
            let below = "
            const text = document.querySelector('article[data-opened] .text');
            return document.querySelector('.details').getBoundingClientRect().top
                >= text.getBoundingClientRect().bottom;";
            page.becomes("it is below", || ask(page, below), json!(true));
        });
}

#[test]
fn escape_back_and_close_close_what_is_open() {
    Setting::default().sized(1440, 900).visit("", |page| {
        // It is there with the last part of the app.
        let last = || {
            ask(
                page,
                "return !!document.querySelector('[data-part=first-lines]')",
            )
        };
        page.becomes("the last part is there", last, json!(true));
        for way in ["escape", "close", "back"] {
            page.unfold(20);
            assert_eq!(unfolded(page), [20]);
            match way {
                "escape" => page.browser().press(ESCAPE),
                "close" => page.click(".details__head button"),
                _ => page.back(),
            }
            page.becomes("it is closed", || unfolded(page), Vec::new());
            if way != "back" {
                is_focused(page, "#rec-20-heading");
            }
        }
        // It belongs to the search field while that has the focus.
        page.unfold(20);
        ask(page, "document.querySelector('#search').focus()");
        page.browser().press(ESCAPE);
        page.browser().press(ESCAPE);
        assert_eq!(unfolded(page), [20]);
    });
}

#[test]
fn no_line_of_a_text_has_more_than_75_characters() {
    let longest = "
        let longest = 0;
        const walker = document.createTreeWalker(
            document.querySelector('article[data-number=\"20\"] .text'), NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const lines = {};
        while (walker.nextNode()) {
            for (let at = 0; at < walker.currentNode.length; at++) {
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                const top = Math.round(range.getBoundingClientRect().top);
                lines[top] = (lines[top] ?? 0) + 1;
            }
        }
        return Math.max(...Object.values(lines));";
    for width in [1280, 1440, 1920, 2560] {
        Setting::default().sized(width, 900).visit("", |page| {
            let longest = number(page, longest);
            assert!((40.0..=80.0).contains(&longest), "{longest} at {width}");
        });
    }
}

#[test]
fn what_is_covered_cannot_have_the_focus() {
    Setting::default()
        .sized(1440, 900)
        .visit("?rec=19", |page| {
            styled(page);
            let seen = "
            return [...document.querySelectorAll('.tag')].filter((tag) =>
                tag.checkVisibility({ visibilityProperty: true })).length";
            page.becomes("no theme is seen", || ask(page, seen), json!(0));
            page.unfold(19);
            page.becomes(
                "all are",
                || ask(page, &format!("{seen} > 100")),
                json!(true),
            );
        });
}

#[test]
fn links_to_parts_and_paper_are_as_they_were() {
    Setting::default()
        .sized(1440, 900)
        .visit("#rec-15-3", |page| {
            page.until("it is open", |_| unfolded(page) == [15]);
            assert!(is_in_sight(page, 15));
            page.browser().emulate("print", &[]);
            page.browser().resize(700, 900);
            let flows =
                "return getComputedStyle(document.querySelector('.details__column')).position";
            page.becomes(
                "they stand in the page",
                || ask(page, flows),
                json!("static"),
            );
        });
}

const FIRST_LINES: &str = "[data-part=first-lines]";

#[test]
fn all_first_lines_fit_on_a_few_screens_and_open_as_the_texts_do() {
    let heights = "
        const rows = [...document.querySelectorAll('.results article:not([data-opened])')];
        return [rows.length, Math.max(...rows.map((row) => row.offsetHeight)) < 48,
            document.querySelector('.results').offsetHeight < 2500];";
    for width in [360, 1280, 1440] {
        Setting::default().sized(width, 800).visit("", |page| {
            let text = format!(
                "return document.querySelector('{} .text').textContent",
                result(22)
            );
            let whole = ask(page, &text);
            let there = || {
                ask(
                    page,
                    "return !!document.querySelector('[data-part=first-lines]')",
                )
            };
            page.becomes("it is offered", there, json!(true));
            page.click(FIRST_LINES);
            page.becomes(
                "the rows are low",
                || ask(page, heights),
                json!([45, true, true]),
            );
            // For those who do not see the page, and for copying, it is all there.
            assert_eq!(ask(page, &text), whole, "{width}");
            page.search("technology");
            page.until("it is searched for", |seen| seen.numbers.len() < 45);
            let marks = "return document.querySelectorAll('.results mark').length > 5";
            assert_eq!(ask(page, marks), json!(true));

            page.search("");
            page.until("all are there", |seen| seen.numbers.len() == 45);
            page.click(&format!("{} h4", result(22)));
            page.becomes("it is open", || unfolded(page), vec![22]);
            let clamp = "
                const text = document.querySelector('article[data-opened] .text');
                return getComputedStyle(text).webkitLineClamp";
            assert_eq!(ask(page, clamp), json!("none"));
            // Closed where it was opened: it keeps the focus.
            ask(
                page,
                "document.querySelector('article[data-opened] [data-action=details]').focus()",
            );
            page.browser().press('\u{e007}');
            page.becomes("it is closed", || unfolded(page), Vec::new());
            is_focused(page, "[data-action=details]");

            page.reload();
            page.becomes("it is kept", || ask(page, heights), json!([45, true, true]));
            page.open("?view=saved");
            let shown = || ask(page, "return document.documentElement.dataset.rows");
            page.becomes("lists are whole", shown, json!("0"));
            page.open("");
            page.becomes("it is offered again", there, json!(true));
            page.click(FIRST_LINES);
            let stored = "return localStorage.getItem('agenda-explorer:first-lines')";
            page.becomes("nothing is stored", || ask(page, stored), Value::Null);
        });
    }
}

#[test]
fn on_paper_and_in_frames_texts_are_whole() {
    visit("", |page| {
        let clamp = "
            const text = document.querySelector('.results .text');
            return getComputedStyle(text).webkitLineClamp";
        ask(
            page,
            "localStorage.setItem('agenda-explorer:first-lines', 'on')",
        );
        page.open("");
        assert_eq!(ask(page, clamp), json!("1"));
        page.browser().emulate("print", &[]);
        page.becomes("it is whole", || ask(page, clamp), json!("none"));
        page.browser().emulate("", &[]);
        page.open("?embed=1");
        assert_eq!(ask(page, clamp), json!("none"));
        let offered = format!("return !!document.querySelector('{}')", part("first-lines"));
        assert_eq!(ask(page, &offered), json!(false));
    });
}

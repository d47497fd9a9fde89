//! Every component in its states, on one page.

use browser_tests::{journey::Setting, page::Page};
use serde_json::{Value, json};

use crate::look::{ask, finds_nothing};

const PLACE: &str = "?view=gallery";

/// Opens the page and waits until all of its parts are there.
fn open(page: &Page) {
    page.open(PLACE);
    page.becomes(
        "the samples are there",
        || {
            ask(
                page,
                "return document.querySelectorAll('.sample').length > 40",
            )
        },
        Value::Bool(true),
    );
    // What stands in the rows of a list comes with the next frame.
    page.becomes(
        "the row of a list has its position",
        || {
            ask(
                page,
                "return !!document.querySelector('.gallery [data-part=move]')",
            )
        },
        Value::Bool(true),
    );
}

#[test]
fn nothing_in_the_gallery_is_cut_or_beside_the_page_in_any_width_and_colours() {
    Setting::default().visit("", |page| {
        open(page);
        for width in [320, 360, 768, 1280] {
            page.browser().resize(width, 800);
            page.comes_to("the width", |_| page.width(), width.into());
            for (colours, scheme) in [("none", "light"), ("none", "dark"), ("active", "light")] {
                let features = [("forced-colors", colours), ("prefers-color-scheme", scheme)];
                page.browser().emulate("", &features);
                let look = format!("the gallery at {width}, {scheme}, forced: {colours}");
                for probe in ["outside()", "cut()", "overlaps()"] {
                    finds_nothing(page, probe, &look);
                }
            }
        }
    });
}

#[test]
fn no_two_elements_of_the_gallery_have_the_same_id_and_no_level_of_headings_is_left_out() {
    Setting::default().visit("", |page| {
        open(page);
        let twice = "const ids = [...document.querySelectorAll('[id]')].map((it) => it.id);
            return ids.filter((id, place) => ids.indexOf(id) !== place)";
        assert_eq!(ask(page, twice), json!([]));
        let left_out = "
            const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
            const levels = headings.map((it) => Number(it.ariaLevel ?? it.localName[1]));
            return levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)";
        assert_eq!(ask(page, left_out), json!([]));
    });
}

#[test]
fn what_is_pressed_in_the_gallery_changes_neither_the_address_nor_what_is_stored() {
    Setting::default().visit("", |page| {
        open(page);
        let looks = "return [document.querySelectorAll('.gallery *').length, location.search,
            history.length, JSON.stringify(localStorage)]";
        let before = ask(page, looks);
        // The field of the search suggests, as any that the page has.
        let press = "
            for (const it of document.querySelectorAll('.gallery :is(button, a, input:not(#search))')) {
                it.click();
                it.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
                it.dispatchEvent(new Event('change', { bubbles: true }));
            }
            return document.querySelectorAll('.gallery :is(button, a, input)').length";
        let pressed = ask(page, press).as_u64();
        assert!(pressed > Some(200), "{pressed:?}");
        assert_eq!(ask(page, looks), before);
    });
}

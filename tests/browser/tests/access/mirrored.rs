//! On a page that is read from right to left (A11Y-13).

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit_in},
    page::Page,
};
use serde_json::json;

use crate::look::{ask, finds_nothing, turn};

#[test]
fn mirrored_nothing_sticks_out_overlaps_or_is_cut() {
    Setting::default().sized(320, 640).visit("", |page| {
        page.save(12);
        for place in [
            "",
            "?q=technology&cluster=c&rec=25",
            "?q=zebra&cluster=a",
            "?view=saved",
            "?view=about",
        ] {
            page.open(place);
            turn(page, "rtl");
            for width in [320, 768, 1280] {
                page.browser().resize(width, 800);
                page.comes_to("the width", |_| page.width(), width.into());
                let place = format!("{place} at {width}");
                for probe in ["outside()", "cut()", "overlaps()"] {
                    finds_nothing(page, probe, &place);
                }
            }
        }
    });
}

/// The sides of two things, as they are seen: whether the first is on the left.
fn is_left_of(page: &Page, one: &str, other: &str) -> bool {
    let body = "const [one, other] = [...arguments].map((it) => document.querySelector(it).getBoundingClientRect());
        return one.left + one.width / 2 < other.left + other.width / 2;";
    page.browser().script(body, &[json!(one), json!(other)]) == true
}

#[test]
fn the_page_is_mirrored_as_a_whole() {
    let engines = [Engine::Chromium, Engine::Firefox];
    visit_in(&engines, "?cluster=b", |page| {
        let pairs = [
            (".explore__side", ".explore__main"),
            ("[data-facet=cluster]", ".facet__count"),
            (".recommendation__number", "[data-part=text]"),
            ("[data-part=count]", "[data-part=copy-link]"),
            ("nav a", "nav a:last-child"),
        ];
        for (one, other) in pairs {
            assert!(is_left_of(page, one, other), "{one} from left to right");
        }
        turn(page, "rtl");
        for (one, other) in pairs {
            assert!(is_left_of(page, other, one), "{one} from right to left");
        }
    });
}

/// Whether the letters of a text stand from left to right, from its first to its
/// last.
const IN_ORDER: &str = "
    const element = document.querySelector(arguments[0]);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.data.length; at += 1) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (node.data[at].trim() && box.width) places.push([Math.round(box.top), box.left]);
        }
    }
    const first = places[0][0];
    const line = places.filter(([top]) => Math.abs(top - first) < 4).map(([, left]) => left);
    return line.length > 0 && line.every((left, at) => at === 0 || left >= line[at - 1]);";

#[test]
fn words_numbers_and_codes_keep_their_order_on_a_mirrored_page() {
    let engines = [Engine::Chromium, Engine::Firefox];
    visit_in(
        &engines,
        "?q=15(3)%20or%20cluster%20b&theme=technology-transfer",
        |page| {
            page.open("?q=technology&cluster=b");
            turn(page, "rtl");
            page.focus_on("cluster", "c");
            page.until("it says what it would do", |seen| !seen.effects.is_empty());
            for selector in [
                "[data-part=count]",
                "[data-part=text] p",
                "[data-part=chip]",
                ".search__hint",
                "label:hover .facet__effect, label:focus-within .facet__effect",
                ".recommendation__cluster",
                ".footer p",
                ".facet__name",
                ".masthead__name a",
            ] {
                let told = page.browser().script(IN_ORDER, &[json!(selector)]);
                assert_eq!(told, true, "{selector}");
            }
            ask(page, "document.documentElement.dir = 'ltr'");
        },
    );
}

//! A phone: what stays in reach, and what covers nothing.

use browser_tests::{
    journey::{Setting, visit},
    page::{Page, checkbox, part},
};
use serde_json::json;

use crate::look::{ask, finds_nothing, open_filters};

const ESCAPE: char = '\u{e00c}';
const ENTER: char = '\u{e007}';
const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';
const FILTERS: &str = "button[aria-controls=facets]";

fn phone() -> Setting {
    Setting::default().sized(360, 780)
}

fn comes_to(page: &Page, selector: &str) {
    let body = "return document.activeElement.matches(arguments[0])";
    let has = || page.browser().script(body, &[json!(selector)]);
    page.becomes(&format!("the focus is at {selector}"), has, json!(true));
}

/// Waits until the styles that come after the first load hold.
fn styled(page: &Page) {
    let body = "return !!document.querySelector('link[href*=\"later-\"]')?.sheet";
    page.becomes("the styles are there", || ask(page, body), json!(true));
}

#[test]
fn the_first_text_begins_in_the_upper_half_of_a_phone() {
    phone().visit("", |page| {
        let top = "return document.querySelector('.text').getBoundingClientRect().top";
        let top = ask(page, top).as_f64().expect("a number");
        assert!(top <= 420.0, "{top}");
    });
}

#[test]
fn search_filters_and_saved_stay_in_reach_while_one_scrolls() {
    let seen = "
        return ['#search', 'button[aria-controls=facets]', '.saved-link'].map((selector) => {
            const element = document.querySelector(selector);
            const { left, top, width, height } = element.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + height / 2);
            return element.contains(there);
        });";
    for (width, height) in [(360, 780), (780, 360), (320, 640)] {
        Setting::default().sized(width, height).visit("", |page| {
            ask(page, "scrollTo(0, 4000)");
            page.becomes(
                "they are seen",
                || ask(page, seen),
                json!([true, true, true]),
            );
            let high = "return document.querySelector('.explore__side').offsetHeight / innerHeight";
            let high = ask(page, high).as_f64().expect("a number");
            assert!(high < 0.25, "{high} of {height}");
        });
    }
}

#[test]
fn the_bar_tells_how_many_filters_are_applied_and_how_many_are_saved() {
    phone().visit("?cluster=a&theme=funding", |page| {
        let words = |selector: &str| {
            let body = "return document.querySelector(arguments[0]).textContent";
            page.browser().script(body, &[json!(selector)])
        };
        assert_eq!(words(FILTERS), json!("Filters (2)"));
        assert_eq!(words(".saved-link"), json!("Saved 0"));
        let first = page.now().numbers[0];
        page.save(first);
        page.becomes("it counts", || words(".saved-link"), json!("Saved 1"));
        page.click(".saved-link");
        page.until("they are shown", |seen| seen.query == "view=saved");
    });
}

#[test]
fn the_filters_are_a_sheet_that_keeps_the_focus_and_gives_it_back() {
    phone().visit("", |page| {
        styled(page);
        ask(
            page,
            "document.querySelector('button[aria-controls=facets]').focus()",
        );
        page.browser().press(ENTER);
        let modal = || ask(page, "return !!document.querySelector('dialog:modal')");
        page.becomes("it is open", modal, json!(true));
        // Of the groups the first one is unfolded.
        let open = "return [...document.querySelectorAll('.facet')].map((it) => it.open)";
        assert_eq!(ask(page, open), json!([true, false, false, false]));
        page.toggle("cluster", "c");
        page.until("it is filtered", |seen| seen.numbers.len() == 9);
        let shown = "return document.querySelector('.facets__close').textContent";
        assert_eq!(ask(page, shown), json!("Show 9 recommendations"));
        for _ in 0..30 {
            page.browser().press(TAB);
            let inside = "
                const at = document.activeElement;
                return at === document.body || !!at.closest('dialog')";
            assert_eq!(ask(page, inside), json!(true));
        }
        page.browser().press(ESCAPE);
        page.becomes("it is closed", modal, json!(false));
        comes_to(page, FILTERS);

        page.browser().press(ENTER);
        page.becomes("it is open again", modal, json!(true));
        page.click(".facets__close");
        page.becomes("it is closed again", modal, json!(false));
        comes_to(page, "#results");
        // On a wide window they are beside the list.
        page.browser().resize(1280, 800);
        page.toggle("cluster", "c");
        page.until("all are shown", |seen| seen.numbers.len() == 45);
    });
}

#[test]
fn the_numbers_come_along_with_the_filters_and_go_back_where_they_were() {
    phone().visit("?cluster=b", |page| {
        styled(page);
        ask(page, "scrollTo(0, 2000)");
        let place = "return [scrollY, document.body.scrollHeight]";
        let before = ask(page, place);
        open_filters(page);
        let found = "
            const all = [...document.querySelectorAll('dialog [data-part=numeral]')];
            return all.filter((it) => it.checkVisibility() && it.dataset.state === 'shown')
                .map((it) => Number(it.dataset.number));";
        page.becomes(
            "they show what is found",
            || ask(page, found),
            json!((15..=23).collect::<Vec<_>>()),
        );
        page.toggle("cluster", "f");
        page.until("more are found", |seen| seen.numbers.len() == 10);
        let with_last: Vec<_> = (15..=23).chain([45]).collect();
        page.becomes("they follow", || ask(page, found), json!(with_last));
        page.toggle("cluster", "f");
        page.until("fewer are found", |seen| seen.numbers.len() == 9);
        page.browser().press(ESCAPE);
        let back = || {
            ask(
                page,
                "const all = document.querySelectorAll('.numerals');
                return all.length === 1 && all[0].id === 'numerals' && !all[0].closest('dialog')",
            )
        };
        page.becomes("they are back", back, json!(true));
        assert_eq!(ask(page, place), before);

        open_filters(page);
        page.click("dialog [data-part=numeral][data-number='19']");
        page.until("it is open", |seen| seen.query == "cluster=b&rec=19");
        page.becomes("they are back again", back, json!(true));
    });
}

#[test]
fn the_pages_are_a_sheet_that_a_choice_leaves() {
    phone().visit("", |page| {
        styled(page);
        page.click(".masthead__menu");
        page.click("#page-matrix");
        page.until("it is shown", |seen| seen.query == "view=matrix");
        let left = || ask(page, "return !document.querySelector('dialog')");
        page.becomes("it is left", left, json!(true));
        comes_to(page, ".masthead__menu");
    });
}

#[test]
fn in_a_frame_the_filters_stand_in_the_page() {
    phone().visit("?embed=1", |page| {
        styled(page);
        page.click(FILTERS);
        let flows = "
            const sheet = document.querySelector('dialog[open]');
            return !!sheet && !sheet.matches(':modal') && getComputedStyle(sheet).position";
        page.becomes("it is open", || ask(page, flows), json!("static"));
        page.toggle("cluster", "c");
        page.until("it is filtered", |seen| seen.numbers.len() == 9);
        page.click(FILTERS);
        let left = || ask(page, "return !document.querySelector('dialog')");
        page.becomes("it is closed", left, json!(true));
    });
}

/// WCAG 2.2, 2.4.11.
#[test]
fn what_has_the_focus_is_never_below_the_bar() {
    for (width, height) in [(360, 780), (780, 360)] {
        Setting::default()
            .sized(width, height)
            .visit("?q=technology", |page| {
                styled(page);
                let body = "document.querySelectorAll('[data-part=save]')[6].focus()";
                ask(page, body);
                let fault = || crate::look::probe::<Option<String>>(page, "focusFault()");
                for _ in 0..40 {
                    page.browser().press_with(SHIFT, TAB);
                    assert_eq!(fault(), None, "{width}");
                }
            });
    }
}

#[test]
fn enter_leaves_the_field_where_the_page_is_touched() {
    let touched = "
        const real = matchMedia.bind(window);
        window.matchMedia = (query) =>
            query === '(pointer: coarse)' ? { matches: true } : real(query);";
    for (script, at) in [(touched, "#results"), ("", &*part("search"))] {
        let setting = phone();
        let setting = if script.is_empty() {
            setting
        } else {
            setting.with_script(script)
        };
        setting.visit("", |page| {
            page.search("technology");
            page.enter();
            comes_to(page, at);
        });
    }
}

#[test]
fn a_sheet_cuts_nothing_and_nothing_lies_over_its_words() {
    for (width, height) in [(320, 640), (360, 780), (780, 360)] {
        Setting::default()
            .sized(width, height)
            .visit("?cluster=a", |page| {
                styled(page);
                open_filters(page);
                for probe in ["outside()", "cut()"] {
                    finds_nothing(page, probe, "the filters");
                }
                assert!(
                    page.now().value("cluster", "a").checked,
                    "{}",
                    checkbox("cluster", "a")
                );
            });
    }
}

#[test]
fn on_paper_there_is_no_bar() {
    visit("", |page| {
        page.browser().resize(360, 780);
        page.browser().emulate("print", &[]);
        let shown = "
            return ['.explore__side', '.masthead__menu', '.saved-link'].filter((selector) => {
                const { position, display } = getComputedStyle(document.querySelector(selector));
                return position === 'sticky' || (selector !== '.explore__side' && display !== 'none');
            });";
        page.becomes("nothing of it is left", || ask(page, shown), json!([]));
    });
}

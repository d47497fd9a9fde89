//! The page fits its window.

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit_in},
    page::{Page, part},
};
use serde_json::json;

use crate::known::why_button;

const WIDTHS: [u32; 4] = [320, 360, 768, 1280];

/// Holds at every width that nothing of the page sticks out, and none of some
/// parts that are shown is wider than the window or scrolls within itself.
fn fits(page: &Page, place: &str, parts: &[&str]) {
    for width in WIDTHS {
        page.browser().resize(width, 800);
        page.comes_to("the width", |_| page.width(), width.into());
        assert_eq!(page.sticks_out(), 0, "{place} at {width} pixels");
        for name in parts {
            let cramped = page.cramped(&part(name));
            assert_eq!(cramped, Some(0), "{name} in {place} at {width} pixels");
        }
    }
}

#[test]
fn nothing_sticks_out_sideways_at_any_width() {
    Setting::default().sized(320, 640).visit("", |page| {
        for place in [
            "",
            "?cluster=c&theme=technology-transfer&q=technology&rec=25",
            "?q=zebra&cluster=a&theme=technology-transfer",
            "?list=3_1_2&cluster=z&list=abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
            "?view=saved",
            "?view=documents",
            "?view=about",
        ] {
            page.open(place);
            fits(page, place, &[]);
        }
    });
}

#[test]
fn what_a_search_was_understood_as_fits_at_any_width() {
    Setting::default().sized(320, 640).visit("", |page| {
        for (place, parts) in [
            ("?q=LDC", &["chip"][..]),
            (
                "?q=least%20developed%20countries%20or%20small%20business",
                &["chip"],
            ),
            ("?q=folklroe", &["chip", "correction"]),
            (
                "?q=folklroe%20genetc%20traditionl%20knowlege",
                &["chip", "correction"],
            ),
            ("?q=technical%20assistance", &["chip", "why"]),
            ("?q=finding&cluster=a", &["relaxation"]),
            ("?q=%22folklroe%22", &["relaxation"]),
        ] {
            page.open(place);
            fits(page, place, parts);
        }
    });
}

#[test]
fn why_fits_at_any_width() {
    Setting::default().sized(320, 640).visit("", |page| {
        for (place, number) in [
            ("?q=LDC", 17),
            ("?q=folklroe", 18),
            ("?q=e", 22),
            (
                "?q=%22genetic%20resources%2C%20traditional%20knowledge%20and%20folklore",
                18,
            ),
        ] {
            page.open(place);
            page.press(&why_button(number));
            page.until("it says why", |seen| !seen.explanations.is_empty());
            fits(page, place, &["why"]);
        }
    });
}

#[test]
fn what_a_filter_would_do_fits_at_any_width() {
    Setting::default().sized(320, 640).visit("", |page| {
        // On narrow screens the filters are a panel behind a button.
        page.click("button[aria-controls=facets]");
        let there = "return !!document.querySelector('dialog[open] #facets')";
        page.becomes(
            "the filters are open",
            || page.browser().script(there, &[]),
            json!(true),
        );
        for (facet, value) in [
            ("cluster", "b"),
            ("theme", "national-strategies-legislation"),
            ("for", "least-developed-countries"),
        ] {
            page.focus_on(facet, value);
            page.until("it says what it would do", |seen| !seen.effects.is_empty());
            fits(page, value, &["effect"]);
        }
    });
}

/// Rows that come back out of sight are laid out after the change is painted.
#[test]
fn what_comes_back_is_in_the_page_at_once_and_soon_as_high_as_it_was() {
    visit_in(&Engine::ALL, "", |page| {
        let height = || {
            let body = "return document.querySelector('.results').getBoundingClientRect().height";
            page.browser().script(body, &[])
        };
        let whole = height();
        page.toggle("cluster", "e");
        page.until("it is filtered", |seen| seen.numbers.len() < 45);
        let clear = "
            document.querySelector('[data-part=clear]').click();
            return new Promise((done) => requestAnimationFrame(() => done([
                document.querySelectorAll('[data-part=result]').length,
                document.querySelectorAll('[data-late]').length > 0,
            ])));";
        assert_eq!(page.browser().script(clear, &[]), json!([45, true]));
        page.eventually("all are laid out", || (height() == whole).then_some(()));
    });
}

/// A row that is not laid out yet, and that is meanwhile not among the results any more,
/// stands beside them where it is open.
#[test]
fn what_is_shown_beside_the_results_does_not_wait_to_be_laid_out() {
    visit_in(&Engine::ALL, "?cluster=e", |page| {
        let act = "
            const done = arguments[arguments.length - 1];
            (async () => {
                const tick = () => new Promise((soon) => setTimeout(soon));
                const box = (value) =>
                    document.querySelector(`[data-facet=cluster][data-value=${value}]`);
                document.querySelector('[data-part=clear]').click();
                await tick();
                const last = document.querySelector('article[data-number=\"45\"]');
                last.querySelector('[data-action=details]').click();
                await tick();
                const was = last.dataset.late;
                box('a').click();
                await tick();
                done(was);
            })();";
        assert_eq!(page.browser().script_until_done(act, &[]), json!(""));
        page.eventually("nothing waits", || {
            let late = "return document.querySelectorAll('[data-late]').length";
            (page.browser().script(late, &[]) == 0).then_some(())
        });
        assert_eq!(crate::open::unfolded(page), [45]);
    });
}

/// A pointer may be on any of it.
#[test]
fn typing_moves_nothing_above_the_results() {
    let places = "
        const of = (selector) => document.querySelector(selector).getBoundingClientRect();
        const [copy, filters] = [of('[data-part=copy-link]'), of('#facets, .facets')];
        return [copy.left, copy.top, filters.top, of('.results').top].map(Math.round);";
    visit_in(&Engine::ALL, "", |page| {
        let before = page.browser().script(places, &[]);
        for text in ["t", "tech", "technology", "folklroe", "gender or folklore"] {
            page.search(text);
            page.until("it is answered", |seen| seen.query.starts_with("q="));
            assert_eq!(page.browser().script(places, &[]), before, "{text}");
        }
    });
}

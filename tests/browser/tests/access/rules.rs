//! The rules of axe: WCAG 2.2 A and AA, and best practice.

use std::{fs, path::Path};

use browser_tests::{journey::Setting, page::Page};
use serde_json::Value;

use crate::look::{ask, open_dialog, open_filters, turn};

/// Runs in the page; gives each rule that is broken with what breaks it, and
/// what the rules were tried on.
const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    const only = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    axe.run(document, { runOnly: only, resultTypes: ["violations"] }).then((told) => done({
        broken: told.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) =>
            `${rule.id}: ${node.target.join(" ")} ${node.failureSummary}`)),
        tried: told.passes.map((rule) => rule.id),
    }));"#;

/// Which states each rule is held in: widths, colours, directions.
const LOOKS: [(u32, &str, &str); 5] = [
    (320, "light", "ltr"),
    (320, "dark", "ltr"),
    (320, "light", "rtl"),
    (1280, "light", "ltr"),
    (1280, "dark", "rtl"),
];

/// Open filters are scrolled to their end, where the button that stays in sight covers
/// nothing, whatever the width.
const TO_THE_END: &str =
    "document.querySelector('dialog .facets__panel')?.scrollIntoView({ block: 'end' })";

/// The rules, as `cargo xtask test browser` fetches them.
fn axe() -> String {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../axe/node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!(
            "{} cannot be read ({error}); `cargo xtask test browser` fetches it.",
            file.display()
        )
    })
}

/// Holds what is shown to the rules, in each look.
fn holds(page: &Page, axe: &str, place: &str) {
    ask(page, axe);
    for (width, scheme, direction) in LOOKS {
        page.browser().resize(width, 800);
        page.comes_to("the width", |_| page.width(), width.into());
        page.browser()
            .emulate("", &[("prefers-color-scheme", scheme)]);
        turn(page, direction);
        ask(page, TO_THE_END);
        let told = page.browser().script_until_done(RUN, &[]);
        let look = format!("{place} at {width} pixels, {scheme}, {direction}");
        assert_eq!(
            told["broken"],
            Value::Array(Vec::new()),
            "{look}: {:#}",
            told["broken"]
        );
        let tried = told["tried"].as_array().map_or(&[][..], Vec::as_slice);
        for rule in ["color-contrast", "target-size"] {
            assert!(
                tried.iter().any(|one| one == rule),
                "{rule} was not tried: {look}"
            );
        }
    }
    page.browser().emulate("", &[]);
    turn(page, "ltr");
}

#[test]
fn no_rule_is_broken_in_any_state_of_the_page() {
    let axe = axe();
    Setting::default().visit("", |page| {
        for number in [12, 1, 25] {
            page.save(number);
        }
        for place in [
            "?",
            "?cluster=b&theme=technology-transfer",
            "?q=technology&rec=25&theme=technology-transfer",
            "?q=folklroe",
            "?q=zebra&cluster=a",
            "?rec=12",
            "?view=saved",
            "?list=3_1_2&cluster=z",
            "?embed=1&cluster=b",
            "rec/12/",
        ] {
            page.open(place);
            holds(page, &axe, place);
        }
        page.open("");
        open_filters(page);
        holds(page, &axe, "? with the filters open");
        page.open("");
        // Once the search suggests, it does so to who is there.
        ask(page, "document.querySelector('#search').focus()");
        page.becomes(
            "the suggestions are open",
            || {
                ask(
                    page,
                    "return !!document.querySelector('[aria-expanded=true][role=combobox]')",
                )
            },
            Value::Bool(true),
        );
        holds(page, &axe, "? with suggestions");
        page.open("?view=saved");
        page.click("button[aria-controls=export]");
        holds(page, &axe, "?view=saved with the formats");
    });
}

#[test]
fn no_rule_is_broken_on_pages_without_filters_and_in_the_dialog() {
    let axe = axe();
    Setting::default().visit("", |page| {
        for place in [
            "?view=about",
            "?view=gallery",
            "?view=matrix",
            "?view=statement",
            "?view=documents",
            "?list=1_13&view=compare",
        ] {
            page.open(place);
            holds(page, &axe, &place[1..]);
        }
        page.open("?view=statement");
        ask(page, "document.querySelector('.statement button').click()");
        holds(page, &axe, "view=statement with an example");
        page.open("?cluster=a");
        open_dialog(page);
        holds(page, &axe, "the dialog");
        ask(page, "document.querySelector('[data-tab=embed]').click()");
        holds(page, &axe, "the dialog, embedding");
    });
}

/// The app never comes: what was written beforehand stays.
#[test]
fn no_rule_is_broken_on_a_page_without_its_app() {
    let axe = axe();
    Setting::default().visit("", |page| {
        page.browser().block(&["*.wasm", "*boot.js"]);
        for place in ["", "rec/12/", "cluster/a/", "theme/technology-transfer/"] {
            page.browser().go(&format!("{}{place}", page.root()));
            holds(page, &axe, place);
        }
        page.complaints();
    });
}

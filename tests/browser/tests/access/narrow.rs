//! Large letters on small windows (A11Y-07, A11Y-08). That targets are large
//! enough is a rule of axe.

use browser_tests::{journey::Setting, page::Page};

use crate::look::{ask, finds_nothing, open_dialog, open_filters};

const PLACES: [&str; 10] = [
    "",
    "?q=technology&cluster=c&theme=technology-transfer&rec=25",
    "?q=zebra&cluster=a",
    "?view=saved",
    "?view=about",
    "?view=documents",
    "?view=matrix",
    "?view=statement",
    "?list=1_13&view=compare",
    "?embed=1&list=3_1_2&cluster=z",
];

/// What a reader sets who needs more space between letters, words and lines: as
/// far as WCAG 2.2 asks (1.4.12).
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];";

/// Twice the size of letters.
const LARGE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('html { font-size: 200% !important }');
    document.adoptedStyleSheets = [sheet];";

fn nothing_is_cut(page: &Page, place: &str) {
    for probe in ["outside()", "cut()", "overlaps()"] {
        finds_nothing(page, probe, place);
    }
}

/// A window of 1280 × 1024 at 400 % is one of 320 × 256.
#[test]
fn at_320_by_256_nothing_is_cut_and_nothing_scrolls_sideways() {
    Setting::default().sized(320, 256).visit("", |page| {
        page.save(12);
        for place in PLACES {
            page.open(place);
            nothing_is_cut(page, place);
        }
        page.open("");
        open_filters(page);
        nothing_is_cut(page, "the filters");
        page.open("?cluster=a");
        open_dialog(page);
        for probe in ["outside()", "cut()"] {
            finds_nothing(page, probe, "the dialog");
        }
    });
}

#[test]
fn more_space_and_larger_letters_cut_nothing() {
    Setting::default().sized(1280, 800).visit("", |page| {
        page.save(12);
        for (width, change) in [(320, SPACED), (1280, SPACED), (1280, LARGE)] {
            page.browser().resize(width, 800);
            for place in PLACES {
                page.open(place);
                ask(page, change);
                nothing_is_cut(page, &format!("{place} at {width} with {change}"));
            }
        }
    });
}

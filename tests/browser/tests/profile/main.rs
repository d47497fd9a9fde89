//! Watches which functions of the wasm a visit calls until the page answers and
//! while it searches and filters. What none of these visits calls can come after
//! the first load. Run by `cargo xtask profile`, on a site that was built for it.

use std::{collections::BTreeSet, env, fs};

use browser_tests::{
    journey::{Setting, visit},
    page::{Page, checkbox},
};

/// What readers come by: the page itself, a page of its own, a link with filters,
/// a frame. Where one recommendation is opened, the boot script waits for the
/// late part.
const PLACES: [&str; 5] = [
    "cluster/a/",
    "theme/technology-transfer/",
    "?cluster=c&theme=technology-transfer",
    "?q=technology+transfer",
    "?embed=1&cluster=a",
];

/// Types as soon as there is a field, before the app has come.
const EARLY: &str = "
    new MutationObserver((_, watcher) => {
        const field = document.querySelector('[data-part=search]');
        if (!field) return;
        watcher.disconnect();
        field.focus();
        field.value = 'technology';
    }).observe(document, { subtree: true, childList: true });";

#[test]
#[ignore = "needs a site whose wasm is watched; cargo xtask profile builds one and runs this"]
fn what_a_visit_calls() {
    let dist = env::var("EXPLORER_DIST").expect("the watched site is named");
    let target = env::var("EXPLORER_LATE").expect("the list to write is named");
    let names = fs::read_to_string(format!("{dist}/late.txt")).expect("the names were written");
    let names: Vec<&str> = names.lines().collect();

    let mut called = BTreeSet::new();
    visit("", |page| {
        for text in ["technology transfer", "ldc", "\"public domain\""] {
            page.search(text);
        }
        page.clear();
        for (facet, value) in [
            ("cluster", "a"),
            ("theme", "technical-assistance"),
            ("for", "least-developed-countries"),
            ("duty", "shall"),
        ] {
            page.click(&checkbox(facet, value));
        }
        page.clear();
        note(page, &mut called);
    });
    let hasty = Setting::default().with_script(EARLY);
    hasty.visit("", |page| note(page, &mut called));
    for place in PLACES {
        visit(place, |page| note(page, &mut called));
    }

    let first: BTreeSet<&str> = called
        .iter()
        .filter_map(|it| names.get(*it).copied())
        .collect();
    let late: BTreeSet<&str> = names
        .iter()
        .copied()
        .filter(|name| !first.contains(name))
        .collect();
    assert!(first.len() > late.len() / 4, "hardly anything was called");
    let list: Vec<&str> = late.into_iter().filter(|name| !name.is_empty()).collect();
    fs::write(target, list.join("\n") + "\n").expect("the list can be written");
    println!("{} of {} functions can come late", list.len(), names.len());
}

/// Notes the numbers of the functions that were called on a page.
fn note(page: &Page, called: &mut BTreeSet<usize>) {
    let numbers = page
        .browser()
        .script("return [...window.agendaExplorerCalled]", &[]);
    let numbers = numbers.as_array().cloned().unwrap_or_default();
    called.extend(
        numbers
            .iter()
            .filter_map(|it| it.as_u64())
            .map(|it| it as usize),
    );
}

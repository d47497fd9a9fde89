//! Records which functions of the wasm a visit calls until the page answers and
//! while it searches and filters. What none of these visits calls can be deferred.
//! Run by `cargo xtask profile`, on a site that was built for it.

use std::{collections::BTreeSet, env, fs};

use browser_tests::{
    journey::Setting,
    page::{Page, checkbox},
};

/// What readers come by: the page itself, a page of its own, a link with filters,
/// a frame. Where one recommendation is opened, the boot script waits for the
/// deferred part.
const PLACES: [&str; 5] = [
    "cluster/a/",
    "theme/technology-transfer/",
    "?cluster=c&theme=technology-transfer",
    "?q=technology+transfer",
    "?embed=1&cluster=a",
];

/// What assists readers never comes: what comes with it is not called before.
const WORDLESS: &str = "
    addEventListener('agenda-explorer:assist', (event) => event.stopImmediatePropagation());";

/// The same, and types as soon as there is a field, before the app has come.
const EARLY: &str = "
    addEventListener('agenda-explorer:assist', (event) => event.stopImmediatePropagation());
    new MutationObserver((_, watcher) => {
        const field = document.querySelector('[data-part=search]');
        if (!field) return;
        watcher.disconnect();
        field.focus();
        field.value = 'technology';
    }).observe(document, { subtree: true, childList: true });";

#[test]
#[ignore = "needs an instrumented site; cargo xtask profile builds one and runs this"]
fn what_a_visit_calls() {
    let symbols = env::var("EXPLORER_SYMBOLS").expect("the file of symbols is named");
    let target = env::var("EXPLORER_CALLED").expect("the file to write is named");
    let symbols = fs::read_to_string(symbols).expect("the symbols were written");
    let symbols: Vec<&str> = symbols.lines().collect();

    let mut called = BTreeSet::new();
    let wordless = || Setting::default().with_script(WORDLESS);
    wordless().visit("", |page| {
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
        wordless().visit(place, |page| note(page, &mut called));
    }

    let called: BTreeSet<&str> = called
        .iter()
        .filter_map(|it| symbols.get(*it).copied())
        .filter(|symbol| !symbol.is_empty())
        .collect();
    assert!(
        called.len() > symbols.len() / 4,
        "hardly anything was called"
    );
    let lines: Vec<&str> = called.into_iter().collect();
    fs::write(target, lines.join("\n") + "\n").expect("the symbols can be written");
    println!("{} of {} functions were called", lines.len(), symbols.len());
}

/// Notes the numbers of the functions that were called on a page.
fn note(page: &Page, called: &mut BTreeSet<usize>) {
    let numbers = page
        .browser()
        .script("return [...window.wasmSplitCalled]", &[]);
    let numbers = numbers.as_array().cloned().unwrap_or_default();
    called.extend(
        numbers
            .iter()
            .filter_map(|it| it.as_u64())
            .map(|it| it as usize),
    );
}

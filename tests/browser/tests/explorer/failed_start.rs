//! A start that fails is told in a sentence; no reader is left with a blank
//! page.

use std::path::Path;

use browser_tests::{journey::Setting, page::Page, site::Site};

#[test]
fn without_webassembly_the_page_says_so() {
    let missing = "delete window.WebAssembly;";
    Setting::default().with_script(missing).visit("", |page| {
        let text = says_what_happened(page);
        assert!(text.contains("WebAssembly"), "{text}");
    });
}

#[test]
fn when_the_program_does_not_arrive_the_page_says_so() {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-without-wasm");
    let is_program = |path: &Path| path.extension().is_some_and(|kind| kind == "wasm");
    let site = Site::without(is_program, &copy).unwrap_or_else(|sentence| panic!("{sentence}"));
    Setting::default().on(site).visit("", |page| {
        says_what_happened(page);
        let complaints = page.complaints();
        assert!(
            complaints.iter().any(|line| line.contains("404")),
            "the failure left no trace: {complaints:?}"
        );
    });
}

/// Waits until the start has failed and a sentence is shown; gives the text of
/// the page.
fn says_what_happened(page: &Page) -> String {
    let seen = page.until("the start has failed", |seen| seen.state == "failed");
    let words = seen.text.split_whitespace().count();
    assert!(words > 5, "The page says too little: {:?}", seen.text);
    assert!(!seen.text.contains("Loading"), "{:?}", seen.text);
    seen.text
}

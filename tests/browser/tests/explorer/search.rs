//! Searching the texts.

use browser_tests::{journey::visit, page::Page};

use crate::known::{AGENDA, answer, view_state};

#[test]
fn brain_drain_finds_39_and_marks_what_it_found() {
    visit("?q=brain%20drain", |page| {
        page.shows(&[39]);
        assert_eq!(page.marks(39).join(" ").to_lowercase(), "brain drain");
    });
}

#[test]
fn typing_finds_what_the_link_finds() {
    visit("", |page| {
        page.search("brain drain");
        page.shows(&[39]);
        page.address_is("q=brain%20drain");
        page.search("technolog");
        page.shows(&answer(&view_state("q=technolog"), &[]).numbers);
        page.search("");
        page.comes_to(
            "how many are shown",
            |seen| seen.numbers.len(),
            AGENDA.len(),
        );
        page.address_is("");
    });
}

#[test]
fn the_beginning_of_a_word_is_enough_and_case_and_accents_do_not_matter() {
    visit("", |page| {
        page.search("BRÁIN dr");
        page.shows(&[39]);
        assert_eq!(page.marks(39).join(" ").to_lowercase(), "brain drain");
    });
}

#[test]
fn a_search_text_is_shown_as_text_and_never_becomes_part_of_the_page() {
    let text = "<img src=x onerror=\"window.harmed=1\"> %41 & + = # \\";
    visit("", |page| {
        let seen = page.search(text);
        assert_eq!(seen.typed.as_deref(), Some(text));
        let seen = page.reload();
        assert_eq!(seen.typed.as_deref(), Some(text));
        let told = page.browser().script(
            "return [!!window.harmed, !!document.querySelector('img')]",
            &[],
        );
        assert_eq!(told, serde_json::json!([false, false]));
    });
}

#[test]
fn a_search_without_a_word_finds_everything() {
    visit("?q=%22%20-%20%22", |page| {
        page.comes_to(
            "how many are shown",
            |seen| seen.numbers.len(),
            AGENDA.len(),
        );
    });
}

/// What is said of a search below its field.
fn told(page: &Page) -> String {
    let body = "return document.querySelector('.search .understood').textContent";
    let told = page.browser().script(body, &[]);
    told.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_text_without_words_or_too_long_is_told_as_such() {
    visit("", |page| {
        page.search("🌍 \u{2011}");
        page.comes_to(
            "what is told",
            |_| told(page),
            "“🌍 \u{2011}” contains no word to search for.".to_owned(),
        );
        page.shows(&(1..=45).collect::<Vec<u16>>());
        let typed = "
            const field = document.querySelector('[data-part=search]');
            field.value = 'transfer '.repeat(30);
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        page.browser().script(typed, &[]);
        let sentence = "The search uses only the first 200 characters.";
        page.comes_to("what is told", |_| told(page), sentence.to_owned());
        page.search("folklore");
        page.comes_to("what is told", |_| told(page), String::new());
    });
}

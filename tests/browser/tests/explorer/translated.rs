//! A page that a browser or an extension has translated: they put elements of
//! their own in the place of every text, and what changes later must be seen all
//! the same.

use browser_tests::{engine::Engine, journey::visit_in, page::Page};

/// Puts an element in the place of every text, as translators do.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter((text) => text.data.trim())) {
        const font = document.createElement('font');
        font.textContent = `«${text.data}»`;
        text.replaceWith(font);
    }";

/// All that is read, without the marks of the translation.
const READ: &str = "return document.getElementById('app').textContent.replace(/[«»]/g, '')";

#[test]
fn what_changes_on_a_translated_page_is_shown_as_on_any_other() {
    visit_in(&Engine::ALL, "", |page| {
        act(page);
        let expected = read(page);
        page.browser().script("localStorage.clear()", &[]);
        page.open("");
        page.browser().script(TRANSLATE, &[]);
        act(page);
        page.becomes("what is read", || read(page), expected);

        // What is said about it in attributes is what is read.
        let wrong = "
            const digits = (element) => element.textContent.match(/\\d+/g) ?? [];
            const fields = [...document.querySelectorAll('input[data-facet]')];
            const counts = fields.map((field) => [field.closest('label'), field.dataset.count]);
            const count = document.querySelector('[data-part=count]');
            const saved = document.querySelector('[data-part=saved-count]');
            counts.push([count, count.dataset.shown], [saved, saved.dataset.count]);
            const wrong = counts.filter(([element, number]) => !digits(element).includes(number));
            return wrong.map(([element, number]) => `${number}: ${element.textContent}`);";
        let wrong = page.browser().script(wrong, &[]);
        assert_eq!(wrong.as_array().map(Vec::len), Some(0), "{wrong}");
    });
}

/// Chooses a theme, saves one of its recommendations, and waits until the choice
/// has been announced.
fn act(page: &Page) {
    page.toggle("theme", "technology-transfer");
    let seen = page.until("the list has changed", |seen| seen.numbers.len() < 45);
    page.save(seen.numbers[0]);
    page.until("one is saved", |seen| seen.saved_count == Some(1));
    page.eventually("it is announced", || {
        let body = "return document.querySelector('[role=status][aria-live]').textContent";
        let told = page.browser().script(body, &[]);
        told.as_str().filter(|told| !told.is_empty()).map(drop)
    });
}

fn read(page: &Page) -> String {
    let told = page.browser().script(READ, &[]);
    told.as_str().unwrap_or_default().to_owned()
}

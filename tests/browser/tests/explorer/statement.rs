//! The statement workbench: what is typed is read in the browser, and what it cites stands
//! beside it. Native tests (`tests/statement.rs`) say what is recognised.

use browser_tests::{
    engine::Engine,
    journey::{Setting, visit, visit_in_both},
    page::Page,
};
use serde_json::{Value, json};

const PLACE: &str = "?view=statement";

const STATEMENT: &str = "Thank you, Chair.\n\n\
    We support Recommendations 7, 23 and 32, and Cluster B. In 12 countries, Recommendation 46 was tried.\n\n\
    “To further mainstream development concerns into WIPO's substantive and technical assistance activities”, \
    and Recommendation 7 of Cluster B.\n\n\
    Brain drain hurts African countries, and we would welcome studies on it from WIPO.";

fn found(page: &Page, body: &str) -> Value {
    page.browser().script(body, &[])
}

/// Puts a text into the field, as pasting it does.
fn paste(page: &Page, text: &str) {
    let body = "
        const field = document.querySelector('[data-part=statement]');
        field.focus();
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    page.browser().script(body, &[json!(text)]);
}

/// An attribute of all that a selector finds.
fn all(page: &Page, selector: &str, attribute: &str) -> Vec<String> {
    let body = "return [...document.querySelectorAll(arguments[0])]
        .map((it) => it.getAttribute(arguments[1]) ?? '')";
    let all = page
        .browser()
        .script(body, &[json!(selector), json!(attribute)]);
    let all = all.as_array().cloned().unwrap_or_default().into_iter();
    all.map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect()
}

fn cited(page: &Page) -> Vec<String> {
    all(page, "[data-part=cited][data-number]", "data-number")
}

#[test]
fn what_a_statement_cites_stands_beside_it_with_what_is_wrong_and_what_it_speaks_to() {
    visit_in_both(PLACE, |page| {
        paste(page, STATEMENT);
        let expected = ["7", "23", "32", "12"].map(str::to_owned);
        page.becomes(
            "all that is cited is listed",
            || cited(page),
            expected.to_vec(),
        );
        let sections = "[data-part=cited][data-cluster=b]:not([data-number])";
        assert_eq!(all(page, sections, "data-cluster"), ["b"]);
        let flags = all(page, "[data-part=flag]", "data-kind");
        assert_eq!(flags, ["number", "quotation", "cluster"]);
        let numbers = all(page, "[data-part=flag]", "data-number");
        assert_eq!(numbers, ["46", "12", "7"]);
        let difference = found(
            page,
            "const flag = document.querySelector('[data-kind=quotation]').cloneNode(true);
             flag.querySelectorAll('.visually-hidden').forEach((it) => it.remove());
             return ['del', 'ins'].map((it) => flag.querySelector(it).textContent);",
        );
        assert_eq!(difference, json!(["concerns", "considerations"]));
        let suggested = all(page, "[data-part=suggested]", "data-number");
        assert!(suggested.contains(&"39".to_owned()), "{suggested:?}");
        let words = all(page, "[data-part=speaking-time]", "data-words");
        assert_eq!(words, [STATEMENT.split_whitespace().count().to_string()]);
    });
}

#[test]
fn what_is_cited_is_added_to_the_list() {
    visit(PLACE, |page| {
        paste(page, STATEMENT);
        page.until("all cited can be saved", |_| {
            found(
                page,
                "return !!document.querySelector('[data-part=save-cited]')",
            ) == true
        });
        page.click("[data-part=save-cited]");
        page.comes_to("four are saved", |seen| seen.saved_count, Some(4));
        page.click("[data-part=suggested][data-number='39'] [data-part=save]");
        page.comes_to("five are saved", |seen| seen.saved_count, Some(5));
    });
}

#[test]
fn an_entry_selects_its_place_in_the_text() {
    visit_in_both(PLACE, |page| {
        paste(page, &format!("🙂 Élan. {STATEMENT}"));
        page.until("something is flagged", |_| {
            found(page, "return !!document.querySelector('[data-part=flag]')") == true
        });
        page.click("[data-part=flag][data-number='46'] button");
        let selected = found(
            page,
            "const field = document.activeElement;
             return field.value.slice(field.selectionStart, field.selectionEnd);",
        );
        assert_eq!(selected, "Recommendation 46");
    });
}

#[test]
fn the_text_stays_while_the_page_lives_and_nowhere_else() {
    visit(PLACE, |page| {
        paste(page, STATEMENT);
        page.until("something is flagged", |_| {
            found(page, "return !!document.querySelector('[data-part=flag]')") == true
        });
        page.turn_to("?view=matrix");
        page.turn_to(PLACE);
        let value = "return document.querySelector('[data-part=statement]').value";
        assert_eq!(found(page, value), STATEMENT);
        assert_eq!(cited(page), ["7", "23", "32", "12"]);
        assert_eq!(page.stored_keys(), Vec::<String>::new());
        page.reload();
        assert_eq!(found(page, value), "");
    });
}

#[test]
fn an_example_can_be_inserted_and_cleared() {
    visit(PLACE, |page| {
        let button = |words: &str| {
            let body = "[...document.querySelectorAll('.statement button')]
                .find((it) => it.textContent === arguments[0]).click()";
            page.browser().script(body, &[json!(words)]);
        };
        button("Insert an example");
        page.until("the example has something to check", |_| {
            all(page, "[data-part=flag]", "data-kind").contains(&"quotation".to_owned())
        });
        button("Clear the text");
        page.becomes("nothing is cited", || cited(page), Vec::new());
    });
}

#[test]
fn ten_thousand_words_are_read_while_the_page_answers() {
    visit(PLACE, |page| {
        let long = format!("{STATEMENT}\n\n").repeat(220);
        paste(page, &long);
        let words = long.split_whitespace().count();
        assert!(words > 10_000);
        page.becomes(
            "all is read",
            || all(page, "[data-part=speaking-time]", "data-words"),
            vec![words.to_string()],
        );
    });
}

#[test]
fn nothing_sticks_out_on_a_narrow_screen() {
    Setting::default().sized(320, 640).visit(PLACE, |page| {
        paste(page, STATEMENT);
        page.until("something is flagged", |_| {
            found(page, "return !!document.querySelector('[data-part=flag]')") == true
        });
        assert_eq!(page.sticks_out(), 0);
        assert_eq!(page.browser().engine(), Engine::Chromium);
    });
}

//! What a printed page has (A11Y-18).

use std::{
    io::Write,
    process::{Command, Stdio},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use browser_tests::{journey::visit, page::Page};
use serde_json::{Value, json};

use crate::look::{ask, finds_nothing};

/// The text of the printed page, its white space made single.
fn printed(page: &Page) -> String {
    let text = pages(page).join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of each sheet of the printed page.
fn pages(page: &Page) -> Vec<String> {
    let pdf = BASE64_STANDARD
        .decode(page.browser().print())
        .expect("base64");
    let mut reader = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext reads what was printed; Debian has it in poppler-utils");
    let mut input = reader.stdin.take().expect("an input");
    let write = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().expect("an output");
    write.join().expect("it ends").expect("it was read");
    let text = String::from_utf8_lossy(&output.stdout);
    // A form feed ends each.
    text.split_terminator('\u{c}').map(str::to_owned).collect()
}

#[test]
fn all_recommendations_fit_on_eight_sheets() {
    visit("", |page| {
        let count = pages(page).len();
        assert!((2..=8).contains(&count), "{count}");
    });
}

#[test]
fn on_paper_are_the_recommendations_what_was_asked_for_where_from_and_when_and_no_controls() {
    visit("?q=technology&cluster=c", |page| {
        let shown = page.texts();
        let paper = printed(page);
        for (number, text) in &shown {
            let words: Vec<&str> = text.split_whitespace().collect();
            let end = words[words.len() - 4..].join(" ");
            assert!(paper.contains(&end), "{number}: {end}\n{paper}");
        }
        let day = ask(page, "return new Date().toISOString().slice(0, 10)");
        let day = day.as_str().unwrap_or_default();
        for part in ["“technology”", "Cluster C", "of 45 recommendations", day] {
            assert!(paper.contains(part), "{part}\n{paper}");
        }
        let address = format!("{}?q=technology&cluster=c", page.root());
        let packed: String = paper.split_whitespace().collect();
        assert!(packed.contains(&address), "{address}\n{paper}");
        for control in [
            "Copy link",
            "Copy text",
            "Details",
            "Clear all",
            "Save",
            "Filters",
            "Search the",
        ] {
            assert!(!paper.contains(control), "{control}\n{paper}");
        }
    });
}

#[test]
fn on_paper_is_the_whole_statement_with_what_was_found_and_no_controls() {
    visit("?view=statement", |page| {
        let statement =
            "We support Recommendation 7 of Cluster B.\n\n".repeat(40) + "This is the end.";
        let body = "
            const field = document.querySelector('[data-part=statement]');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        page.browser().script(body, &[json!(statement)]);
        page.until("it is read", |_| {
            ask(page, "return !!document.querySelector('[data-part=flag]')") == true
        });
        let paper = printed(page);
        for part in [
            "This is the end.",
            "is in Cluster A, not in Cluster B",
            "Promote measures",
        ] {
            assert!(paper.contains(part), "{part}\n{paper}");
        }
        assert_eq!(paper.matches("We support Recommendation 7").count(), 40);
        for control in [
            "Show in text",
            "Save",
            "Add the one cited",
            "Clear the text",
        ] {
            assert!(!paper.contains(control), "{control}\n{paper}");
        }
    });
}

#[test]
fn on_paper_none_is_split_that_fits_a_page() {
    visit("", |page| {
        page.browser().emulate("print", &[]);
        let split = "all('[data-part=result]').filter((it) => getComputedStyle(it).breakInside !== 'avoid').map(named)";
        finds_nothing(page, split, "on paper");
        // The numbers at a glance tell what is printed.
        let controls = "all('button:not(.chip, .tag), input, form, nav:not(#numerals)').filter(shown).map(named)";
        finds_nothing(page, controls, "on paper");
        assert_ne!(
            ask(
                page,
                "return document.querySelector('[data-part=result]').dataset.number"
            ),
            Value::Null
        );
    });
}

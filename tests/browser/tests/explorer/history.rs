//! Back and Forward.

use browser_tests::{
    engine::Engine,
    journey::{visit_in, visit_in_both},
    page::Page,
    seen::Seen,
};

#[test]
fn back_and_forward_restore_five_committed_changes_with_one_press_each() {
    visit_in_both("", |page| {
        let mut steps = vec![page.now()];
        let changes: [fn(&Page); 5] = [
            |page| page.toggle("cluster", "c"),
            |page| page.toggle("theme", "technology-transfer"),
            |page| page.toggle("theme", "digital-divide"),
            |page| page.switch_match(),
            |page| page.clear(),
        ];
        for change in changes {
            let before = page.now().query;
            change(page);
            steps.push(page.until("the address changes", |seen| seen.query != before));
        }
        for step in steps.iter().rev().skip(1) {
            page.back();
            is_as(page, step);
        }
        for step in steps.iter().skip(1) {
            page.forward();
            is_as(page, step);
        }
    });
}

#[test]
fn typing_twenty_letters_adds_at_most_one_entry_to_the_history() {
    visit_in_both("?cluster=a", |page| {
        let before = page.now().history;
        for letter in "technical assistance".chars() {
            page.type_on(&letter.to_string());
        }
        page.address_is("q=technical%20assistance&cluster=a");
        let added = page.now().history - before;
        assert!(added <= 1, "{added} entries were added");
    });
}

/// Some browsers refuse more than a hundred entries in ten seconds.
#[test]
fn a_hundred_and_fifty_letters_at_once_leave_the_last_search_in_the_address() {
    visit_in(&Engine::ALL, "", |page| {
        let text = "technology transfer ".repeat(8);
        let text = text.trim_end();
        for letter in text.chars() {
            page.type_letter(letter);
        }
        page.address_is(&format!("q={}", text.replace(' ', "%20")));
        assert_eq!(page.now().state, "ready");
    });
}

#[test]
fn back_after_typing_and_a_filter_returns_to_what_was_typed() {
    visit_in_both("", |page| {
        page.search("brain drain");
        page.toggle("cluster", "e");
        page.address_is("q=brain%20drain&cluster=e");
        page.back();
        page.address_is("q=brain%20drain");
        page.shows(&[39]);
        assert_eq!(page.now().typed.as_deref(), Some("brain drain"));
    });
}

#[test]
fn a_filter_clicked_in_the_middle_of_typing_keeps_both() {
    visit_in_both("", |page| {
        page.browser().keys("[data-part=search]", "brain");
        page.toggle("cluster", "e");
        page.address_is("q=brain&cluster=e");
        page.back();
        page.address_is("q=brain");
    });
}

/// Waits until the page is as it was, in everything that the reader asked for.
fn is_as(page: &Page, step: &Seen) {
    let asked = |seen: &Seen| {
        let seen = seen.clone();
        let chosen = seen.chosen();
        (
            (seen.query, seen.title, seen.typed, seen.matching),
            (chosen, seen.numbers, seen.count),
        )
    };
    page.comes_to("the page", asked, asked(step));
}

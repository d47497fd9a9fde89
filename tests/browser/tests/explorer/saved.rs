//! The reader's own list.

use browser_tests::{
    journey::visit,
    page::{Page, part},
};
use serde_json::{Value, json};

const SAVED: &str = "agenda-explorer:saved";

#[test]
fn three_saved_recommendations_survive_a_reload_in_the_order_of_saving() {
    visit("", |page| {
        for number in [31, 4, 15] {
            page.save(number);
        }
        page.comes_to("the number of saved ones", |seen| seen.saved_count, Some(3));
        let seen = page.reload();
        assert_eq!(seen.saved, [4, 15, 31]);
        page.open("?view=saved");
        page.shows(&[31, 4, 15]);
        assert_eq!(stored(page), [31, 4, 15]);
    });
}

#[test]
fn a_second_press_takes_it_back() {
    visit("", |page| {
        page.save(4);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![4]);
        page.save(4);
        page.comes_to("what is saved", |seen| seen.saved.clone(), vec![]);
        assert_eq!(page.now().saved_count, Some(0));
        assert_eq!(stored(page), [0; 0]);
    });
}

#[test]
fn two_tabs_that_each_save_one_keep_both_and_show_both() {
    visit("", |page| {
        let first = page.browser().tab();
        let second = page.open_tab("");
        page.browser().front(&first);
        page.save(7);
        page.browser().front(&second);
        page.save(8);
        page.comes_to("the second tab", |seen| seen.saved.clone(), vec![7, 8]);
        page.browser().front(&first);
        page.comes_to("the first tab", |seen| seen.saved.clone(), vec![7, 8]);
        assert_eq!(page.now().saved_count, Some(2));
        assert_eq!(stored(page), [7, 8]);
    });
}

#[test]
fn the_page_of_the_list_follows_another_tab() {
    visit("?view=saved", |page| {
        let first = page.browser().tab();
        page.open_tab("");
        page.save(12);
        page.save(3);
        page.browser().front(&first);
        page.shows(&[12, 3]);
    });
}

#[test]
fn a_first_visit_writes_nothing() {
    visit("", |page| {
        page.toggle("cluster", "c");
        page.search("technology");
        page.open("?view=saved");
        page.open("?view=about");
        assert_eq!(page.stored_keys(), Vec::<String>::new());
        let cookies = page.browser().script("return document.cookie", &[]);
        assert_eq!(cookies, "");
    });
}

/// The stored numbers, as the published form has them.
fn stored(page: &Page) -> Vec<u64> {
    let text = page.stored(SAVED).expect("a stored list");
    let stored: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(stored["schema"], 1);
    assert!(stored["lists"][0]["updated"].is_string(), "{stored}");
    let items = stored["lists"][0]["items"].as_array().expect("items");
    let numbers = items.iter().map(|item| item["number"].as_u64());
    numbers.map(|number| number.expect("a number")).collect()
}

#[test]
fn what_was_removed_comes_back_to_its_place_and_what_was_said_hides_no_button() {
    visit("", |page| {
        for number in [12, 3, 40] {
            page.save(number);
        }
        page.turn_to("?view=saved");
        page.shows(&[12, 3, 40]);
        page.save(3);
        page.shows(&[12, 40]);
        page.click(&part("undo"));
        page.shows(&[12, 3, 40]);
        // The bar that says so lies over the page; a click beside its buttons
        // reaches what is under it.
        let through = "
            const bar = document.querySelector('.status__bar').getBoundingClientRect();
            const under = document.elementFromPoint(bar.left + 4, bar.top + 4);
            return !under.closest('.status')";
        assert_eq!(page.browser().script(through, &[]), true);
    });
}

/// Whether what was removed can be put back.
fn can_undo(page: &Page) -> bool {
    let body = "return document.querySelector(arguments[0]) !== null";
    page.browser().script(body, &[json!(part("undo"))]) == true
}

#[test]
fn a_message_leaves_by_itself_and_undo_comes_back_after_it() {
    visit("", |page| {
        page.save(12);
        page.save(3);
        page.turn_to("?view=saved");
        page.shows(&[12, 3]);
        page.save(3);
        page.shows(&[12]);
        assert!(can_undo(page));
        let copies = "
            Object.defineProperty(navigator, 'clipboard', {
                value: { writeText: () => Promise.resolve() },
            });";
        page.browser().script(copies, &[]);
        page.click(&part("copy-link"));
        page.eventually("it is told", || (!can_undo(page)).then_some(()));
        // Longer than a message stands.
        page.eventually("the message has left", || can_undo(page).then_some(()));
        page.click(&part("undo"));
        page.shows(&[12, 3]);
    });
}

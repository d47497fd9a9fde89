//! Numbers and clusters typed into the search field.

use browser_tests::journey::visit;

use crate::open::{is_in_sight, unfolded};

#[test]
fn a_reference_shows_what_it_names_in_its_own_order() {
    let cases: [(&str, &[u16]); 9] = [
        ("12", &[12]),
        ("rec 12", &[12]),
        ("Recommendation 12", &[12]),
        ("#12", &[12]),
        ("15(3)", &[15]),
        ("1-5", &[1, 2, 3, 4, 5]),
        ("7, 23 and 32", &[7, 23, 32]),
        ("32, 7", &[32, 7]),
        ("cluster b", &[15, 16, 17, 18, 19, 20, 21, 22, 23]),
    ];
    visit("", |page| {
        for (text, numbers) in cases {
            page.search(text);
            page.shows(numbers);
            let seen = page.now();
            assert_eq!(seen.corrections, [""; 0], "{text}");
            assert_eq!(seen.chips.len(), 1, "{text}: {:?}", seen.chips);
        }
    });
}

#[test]
fn of_a_reference_to_an_item_this_item_is_marked_from_its_first_word_to_its_last() {
    visit("?q=15(3)", |page| {
        page.shows(&[15]);
        let third = "take into consideration a balance between costs and benefits";
        assert_eq!(page.marks(15), [third]);
        let body = "
            const mark = document.querySelector('[data-part=result] mark');
            return mark.closest('li') === document.getElementById('rec-15-3');";
        assert_eq!(page.browser().script(body, &[]), true);
        page.search("15");
        page.comes_to("marks", |_| page.marks(15).len(), 0);
    });
}

#[test]
fn enter_goes_straight_to_what_a_reference_names() {
    for (text, query, number) in [
        ("12", "q=12&rec=12", 12),
        ("rec 44", "q=rec%2044&rec=44", 44),
        ("15(3)", "q=15%283%29&rec=15", 15),
        ("32, 7", "q=32%2C%207&rec=32", 32),
        ("cluster f", "q=cluster%20f&rec=45", 45),
    ] {
        visit("", |page| {
            page.search(text);
            page.enter();
            page.comes_to("the focus", |_| page.heading_in_focus(), Some(number));
            page.address_is(query);
            assert_eq!(unfolded(page), [number], "{text}");
            assert!(is_in_sight(page, number), "{text}");
            page.back();
            page.comes_to("what is open", |_| unfolded(page), Vec::new());
        });
    }
}

#[test]
fn enter_right_after_the_last_key_goes_there_too() {
    visit("", |page| {
        page.type_letter('1');
        page.type_letter('2');
        page.enter();
        page.address_is("q=12&rec=12");
        page.comes_to("the focus", |_| page.heading_in_focus(), Some(12));
    });
}

#[test]
fn enter_on_words_or_on_what_a_filter_hides_opens_nothing() {
    for (place, query) in [
        ("?q=technology", "q=technology"),
        ("?q=12&cluster=b", "q=12&cluster=b"),
        ("?q=99", "q=99"),
    ] {
        visit(place, |page| {
            page.enter();
            // What a key does, it has done before the next one is typed.
            page.type_letter('0');
            page.until("the key has arrived", |seen| {
                seen.typed
                    .as_deref()
                    .is_some_and(|typed| typed.ends_with('0'))
            });
            assert_eq!(unfolded(page), [0; 0], "{query}");
            assert_eq!(page.heading_in_focus(), None, "{query}");
            assert!(!page.now().query.contains("rec="), "{query}");
        });
    }
}

#[test]
fn a_reference_to_what_does_not_exist_says_what_does() {
    for (search, sentence) in [
        ("46", "There are 45 recommendations, 1 to 45."),
        ("rec 0", "There are 45 recommendations, 1 to 45."),
        ("cluster g", "There are 6 clusters, A to F."),
    ] {
        visit("", |page| {
            page.search(search);
            page.shows(&[]);
            let said = "return document.querySelector('.understood')?.textContent ?? ''";
            page.becomes(search, || page.browser().script(said, &[]), sentence.into());
        });
    }
}

//! Why a recommendation is among the results.

use browser_tests::{journey::visit, page::Page};
use explorer::messages::{SearchMessages, messages};

use crate::known::why_button;

/// What the page says of each recommendation of which it says why.
fn explained(page: &Page) -> Vec<u16> {
    let seen = page.now();
    let numbers = seen.explanations.iter().map(|(number, _)| *number);
    numbers.collect()
}

#[test]
fn why_opens_and_closes_and_names_the_word_that_was_found() {
    for (place, number, found) in [
        ("?q=folklore", 18, "folklore"),
        ("?q=folklroe", 18, "folklore"),
        ("?q=flexibility", 14, "flexibilities"),
        ("?q=LDC", 17, "LDCs"),
        ("?q=%22public%20domain%22", 16, "public domain"),
    ] {
        visit(place, |page| {
            let why = why_button(number);
            assert_eq!(explained(page), [0; 0], "{place}");
            assert!(!page.is_open(&why), "{place}");
            page.press(&why);
            page.comes_to("what is explained", |_| explained(page), vec![number]);
            assert!(page.is_open(&why), "{place}");
            let (_, told) = &page.now().explanations[0];
            assert!(told.contains(&format!("“{found}”")), "{place}: {told}");
            page.press(&why);
            page.comes_to("what is explained", |_| explained(page), Vec::new());
            assert!(!page.is_open(&why), "{place}");
        });
    }
}

#[test]
fn why_of_another_result_closes_the_one_before() {
    visit("?q=folklore%20or%20genome", |page| {
        let [first, second] = [18, 36].map(why_button);
        page.press(&first);
        page.comes_to("what is explained", |_| explained(page), vec![18]);
        page.press(&second);
        page.comes_to("what is explained", |_| explained(page), vec![36]);
        assert!(page.is_open(&second) && !page.is_open(&first));
    });
}

#[test]
fn why_follows_the_search() {
    visit("?q=traditional", |page| {
        let told = |page: &Page| page.now().explanations;
        page.press(&why_button(18));
        page.until(
            "it names the word",
            |seen| matches!(&seen.explanations[..], [(18, told)] if told.contains("“traditional”")),
        );
        page.search("folklore");
        page.until(
            "it names the other word",
            |seen| matches!(&seen.explanations[..], [(18, told)] if told.contains("“folklore”")),
        );
        assert!(!told(page)[0].1.contains("traditional"), "{:?}", told(page));
    });
}

#[test]
fn what_is_found_by_its_theme_alone_says_so_without_being_asked() {
    visit("?q=technical%20assistance", |page| {
        assert_eq!(explained(page), [7]);
        let (_, told) = &page.now().explanations[0];
        assert!(told.contains("“Technical assistance”"), "{told}");
        assert_eq!(page.marks(7), [""; 0]);
        // There is nothing to ask for, and others can be asked.
        let names = "
            const buttons = [...document.querySelectorAll('article button')];
            return buttons.map((button) => button.ariaLabel);";
        let names: Vec<Option<String>> =
            serde_json::from_value(page.browser().script(names, &[])).expect("names");
        let has_button = |number| names.contains(&Some(why_button(number)));
        assert!(!has_button(7) && has_button(12), "{names:?}");
    });
}

#[test]
fn without_a_search_there_is_no_why() {
    visit("?cluster=b", |page| {
        assert_eq!(explained(page), [0; 0]);
        assert!(!page.now().text.contains(messages().why()));
    });
}

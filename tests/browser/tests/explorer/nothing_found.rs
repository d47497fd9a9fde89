//! An empty result and the ways out of it.

use browser_tests::{journey::visit, page::Page};
use serde_json::json;

use crate::known::{address, answer, other_spellings, view_state};

const EMPTY: [&str; 6] = [
    "?q=zebra&cluster=a",
    "?q=brain%20zebra",
    "?q=brain%20drain&cluster=a&theme=technology-transfer",
    "?theme=technology-transfer_enforcement_funding&match=all",
    "?cluster=f&theme=flexibilities",
    "?list=3_1_2&cluster=f",
];

#[test]
fn each_way_out_of_an_empty_result_gives_as_many_as_it_says() {
    visit("", |page| {
        for place in EMPTY {
            page.open(place);
            page.shows(&[]);
            let offers = page.now().relaxations;
            assert!(!offers.is_empty(), "{place} offers nothing");
            for (position, &count) in offers.iter().enumerate() {
                assert!(count > 0, "{place}: {offers:?}");
                page.open(place);
                page.relax(position);
                page.comes_to("how many are shown", |seen| seen.numbers.len(), count);
                let seen = page.now();
                assert_eq!(seen.count.map(|count| count.shown), Some(count));
                assert_eq!(seen.relaxations, [0; 0]);
            }
        }
    });
}

/// What the page says where nothing is found.
fn sentence(page: &Page) -> String {
    let body = "return document.querySelector('.nothing p').textContent";
    let sentence = page.browser().script(body, &[]);
    sentence.as_str().unwrap_or_default().to_owned()
}

/// The offers of other words: how many each finds, and whether it is a way out.
const OFFERS: &str = "
    const offers = document.querySelectorAll('[data-part=did-you-mean]');
    return [...offers].map((offer) => [
        Number(offer.dataset.count),
        offer.querySelector('[data-part=relaxation]').dataset.count === offer.dataset.count,
    ]);";

#[test]
fn what_the_texts_do_not_mention_is_said_and_what_is_near_offered() {
    visit("?q=copyright", |page| {
        page.shows(&[]);
        assert_eq!(sentence(page), "The Agenda does not mention copyright.");
        let offers = page.browser().script(OFFERS, &[]);
        assert_eq!(offers, json!([[2, true], [1, true]]));
        page.relax(0);
        page.address_is("q=public%20domain");
        page.shows(&answer(&view_state("q=public+domain"), &[]).numbers);

        page.open("?q=women%20policies");
        page.shows(&[]);
        let told = "The Agenda does not mention women or gender.";
        assert_eq!(sentence(page), told);
        assert_eq!(page.browser().script(OFFERS, &[]), json!([]));
        page.open("?q=crocodile");
        page.shows(&[]);
        assert_eq!(sentence(page), "No recommendation mentions “crocodile”.");
    });
}

#[test]
fn another_spelling_that_is_offered_asks_for_that_word_and_gives_as_many_as_it_says() {
    visit("", |page| {
        for query in [
            "q=finding&cluster=a",
            "q=core&cluster=a",
            "q=protect%20genome&cluster=d",
        ] {
            let asked = view_state(query);
            let spellings = other_spellings(&asked);
            assert!(!spellings.is_empty(), "{query} offers no other spelling");
            for (place, changed) in spellings {
                page.open(&format!("?{query}"));
                page.shows(&[]);
                let said = page.now().relaxations[place];
                page.relax(place);
                page.address_is(&address(&changed));
                let numbers = answer(&changed, &[]).numbers;
                assert_eq!(said, numbers.len(), "{query} to {}", address(&changed));
                page.shows(&numbers);
            }
        }
    });
}

#[test]
fn a_word_that_occurs_nowhere_gives_no_way_out_but_a_sentence_and_clear() {
    visit("?q=zebra", |page| {
        page.shows(&[]);
        page.clear();
        page.comes_to("how many are shown", |seen| seen.numbers.len(), 45);
    });
}

#[test]
fn an_empty_saved_list_says_so() {
    visit("?view=saved", |page| {
        page.shows(&[]);
        assert_eq!(page.now().saved_count, Some(0));
    });
}

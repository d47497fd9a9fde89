//! The list of all recommendations.

use browser_tests::journey::visit;

use crate::known::{AGENDA, all_numbers};

#[test]
fn all_recommendations_are_listed_in_the_order_of_their_numbers() {
    visit("", |page| {
        page.shows(&all_numbers());
        let count = page.now().count.expect("the sentence");
        assert_eq!((count.shown, count.total), (45, 45));
        assert!(count.sentence.contains("45"), "{count:?}");
    });
}

#[test]
fn every_text_is_that_of_the_data_sign_by_sign() {
    visit("", |page| {
        let texts = page.texts();
        assert_eq!(texts.len(), AGENDA.len());
        for (recommendation, (number, text)) in AGENDA.recommendations.iter().zip(texts) {
            assert_eq!(number, recommendation.number);
            let plain = recommendation.plain();
            assert_eq!(lines(&text), lines(&plain), "{number}");
        }
    });
}

/// The lines of a text without bullets, which are a matter of style.
fn lines(text: &str) -> Vec<&str> {
    let lines = text
        .lines()
        .map(|line| line.strip_prefix("- ").unwrap_or(line));
    lines.filter(|line| !line.is_empty()).collect()
}

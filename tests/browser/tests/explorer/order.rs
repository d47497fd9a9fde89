//! The order of the results, however a search came about.

use browser_tests::journey::visit;

use crate::known::{answer, asking};

#[test]
fn letter_by_letter_the_best_match_comes_first_at_every_letter() {
    for text in [
        "se",
        "norm-setting",
        "technical assistance",
        "\"public domain\" or tech",
        "developing -patent",
    ] {
        visit("", |page| {
            let mut typed = String::new();
            for letter in text.chars() {
                page.type_letter(letter);
                typed.push(letter);
                page.shows(&answer(&asking(&typed), &[]).numbers);
            }
        });
    }
}

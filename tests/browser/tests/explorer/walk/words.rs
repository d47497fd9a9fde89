//! What a walk types.

use super::dice::Dice;
use crate::known::AGENDA;

/// A word or two of the texts, or beginnings of them; sometimes nothing, or
/// something that trips addresses.
pub fn some_words(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 => return String::new(),
        1 => return "R&D 100% a+b_c #1?".to_owned(),
        _ => {}
    }
    if dice.below(8) == 0 {
        let odd = [
            "LDC",
            "technical assistance",
            "folklroe",
            "\"public domain\"",
            "patent -information",
            "drain or genome",
            "7, 23 and 32",
            "15(3)",
            "cluster b",
        ];
        return dice.one_of(&odd).to_owned();
    }
    let words = (0..1 + dice.below(2)).map(|_| {
        let recommendation = &AGENDA.recommendations[dice.below(AGENDA.len())];
        let plain = recommendation.plain();
        let words: Vec<&str> = plain.split_whitespace().collect();
        let word = words[dice.below(words.len())];
        let length = 1 + dice.below(word.chars().count());
        word.chars().take(length).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

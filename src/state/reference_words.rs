//! English words in a search text that names recommendations. Deferred: few
//! texts do.

use facet_search::ReferenceWord;

/// What the name of an item comes after.
const ITEMS: [&str; 5] = ["paragraph", "para", "item", "point", "clause"];

/// The numbers from 0, then the tens from 20.
const NUMBERS: [&str; 28] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// What a word means in such a text.
#[inline(never)]
pub fn reference_word(word: &str) -> Option<ReferenceWord> {
    if ITEMS.contains(&word) {
        return Some(ReferenceWord::Passage);
    }
    let place = NUMBERS.iter().position(|number| *number == word)? as u32;
    let tens = place.saturating_sub(18) * 10;
    Some(ReferenceWord::Number(if place < 20 { place } else { tens }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_numbers_and_items_are_known() {
        let number = |word| match reference_word(word) {
            Some(ReferenceWord::Number(number)) => Some(number),
            _ => None,
        };
        assert_eq!(number("zero"), Some(0));
        assert_eq!(number("nineteen"), Some(19));
        assert_eq!(number("twenty"), Some(20));
        assert_eq!(number("ninety"), Some(90));
        assert_eq!(number("paragraph"), None);
        assert_eq!(reference_word("para"), Some(ReferenceWord::Passage));
    }
}

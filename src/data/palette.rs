//! The colours of sections for which the data set has none.

use super::Colour;

/// For the sections by their position: on a light and on a dark background.
const COLOURS: [(&str, &str); 12] = [
    ("#1d5fae", "#8bbaf3"),
    ("#7a3b9e", "#d0a8ee"),
    ("#0a6b6b", "#68d0c9"),
    ("#8a5200", "#e8b866"),
    ("#ab2f4b", "#f59fb0"),
    ("#4d5763", "#b9c2cc"),
    ("#2f6b1f", "#9ccf86"),
    ("#3f3fa8", "#b3b3f5"),
    ("#8f1d6f", "#f09ad6"),
    ("#5d6300", "#cfd27a"),
    ("#00658c", "#7cc8ec"),
    ("#a63c0a", "#f2a27c"),
];

/// What is written on a section's colour, on either background, and beside it.
#[cfg(test)]
const INKS: (&str, &str) = ("#ffffff", "#15181c");

/// The colour of a section by its position; from the thirteenth on they repeat.
pub(super) fn colour(position: usize) -> Colour {
    let mut colours = COLOURS.iter().cycle().skip(position % COLOURS.len());
    let (light, dark) = colours.next().copied().unwrap_or_default();
    Colour {
        light: light.to_owned(),
        dark: dark.to_owned(),
    }
}

/// Whether a text is a colour as `#rrggbb`, in small letters.
pub(super) fn is_colour(text: &str) -> bool {
    let is_digit = |digit: char| digit.is_ascii_digit() || ('a'..='f').contains(&digit);
    text.len() == 7
        && text
            .strip_prefix('#')
            .is_some_and(|rest| rest.chars().all(is_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two digits");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    /// As WCAG 2.2 defines it.
    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }

    #[test]
    fn text_can_be_read_on_every_colour() {
        for position in 0..COLOURS.len() {
            let Colour { light, dark } = colour(position);
            assert!(is_colour(&light) && is_colour(&dark), "{light} {dark}");
            assert!(contrast(&light, INKS.0) >= 4.5, "{light}");
            assert!(contrast(&dark, INKS.1) >= 4.5, "{dark}");
        }
    }

    #[test]
    fn the_first_twelve_sections_differ_and_every_one_has_a_colour() {
        let colours: Vec<_> = (0..12).map(colour).collect();
        for (position, one) in colours.iter().enumerate() {
            assert!(!colours[position + 1..].contains(one));
        }
        assert_eq!(colour(12), colours[0]);
    }
}

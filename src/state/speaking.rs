//! How long words take to be spoken.

/// How many words are spoken in a minute.
pub const WORDS_A_MINUTE: usize = 120;

/// How long so many words take, in half minutes, rounded to the nearest.
pub fn half_minutes(words: usize) -> usize {
    let half = WORDS_A_MINUTE / 2;
    (words + half / 2) / half
}

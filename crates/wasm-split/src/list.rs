//! Which functions can come later: those that no visit called while it was
//! watched, by name.

use std::collections::HashSet;

/// The names that `cargo xtask profile` has written.
const CHECKED_IN: &str = include_str!("../late.txt");

/// The functions that can come later.
pub struct Late {
    names: HashSet<String>,
}

impl Late {
    /// What is checked in. A function that is not in it stays where every visit
    /// has it: a new one costs bytes until the next profile.
    pub fn checked_in() -> Self {
        Self::read(CHECKED_IN)
    }

    /// Reads one name a line.
    pub fn read(text: &str) -> Self {
        let names = text.lines().map(str::to_owned).collect();
        Self { names }
    }

    /// Whether a function can come later.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(&stable(name))
    }
}

/// A name without what differs between two builds of the same code: the hashes
/// of crates and functions.
pub fn stable(name: &str) -> String {
    let is_hash = |text: &str| text.len() == 16 && text.chars().all(|it| it.is_ascii_hexdigit());
    let mut rest = match name.rsplit_once("::h") {
        Some((before, hash)) if is_hash(hash) => before,
        _ => name,
    };
    let mut stable = String::new();
    while let Some((before, behind)) = rest.split_once('[') {
        stable.push_str(before);
        match behind.split_once(']') {
            Some((hash, behind))
                if hash.chars().all(|it| it.is_ascii_hexdigit()) && hash.len() > 8 =>
            {
                rest = behind;
            }
            _ => {
                stable.push('[');
                rest = behind;
            }
        }
    }
    stable.push_str(rest);
    stable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_every_build() {
        for (name, same) in [
            ("a::b::h0fa00bebb395c2dd", "a::b"),
            ("<a[24c43b62d66f16f4]::B>::c::<[u8]>", "<a::B>::c::<[u8]>"),
            (
                "<[u8; 4] as a[c5930c85a12de82]::B>::c",
                "<[u8; 4] as a::B>::c",
            ),
            ("a::hash", "a::hash"),
            ("a[", "a["),
        ] {
            assert_eq!(stable(name), same);
        }
    }

    #[test]
    fn only_what_is_named_comes_later() {
        let late = Late::read("a::b\nc");
        assert!(late.has("a::b::h0fa00bebb395c2dd") && late.has("c"));
        assert!(!late.has("a") && !late.has(""));
    }
}

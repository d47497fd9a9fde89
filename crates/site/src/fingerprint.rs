//! Names that follow the content of their file, so that a cache may keep it for
//! good and never mixes two versions: `share-dialog-3fb4a1e363c0f229.js`.

use std::ops::RangeInclusive;

use sha2::{Digest, Sha256};

/// How many hexadecimal digits stand for a content: ours are 16, and Trunk leaves
/// leading zeros out.
const DIGITS: RangeInclusive<usize> = 10..=16;

/// The SHA-256 of a content in hexadecimal digits.
pub fn sha256(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digits that stand for a content in names: the first 64 bits of its SHA-256.
pub fn fingerprint(content: &[u8]) -> String {
    let mut digits = sha256(content);
    digits.truncate(*DIGITS.end());
    digits
}

/// The name of a file with this content: `a.js` becomes `a-….js`, and a name
/// that has such digits already gets those of this content.
pub fn lasting(name: &str, content: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = match digits(stem) {
        Some((before, after)) => format!("{before}{after}"),
        None => stem.to_owned(),
    };
    format!("{stem}-{}.{extension}", fingerprint(content))
}

/// Whether the name of a file stands for its content.
pub fn is_lasting(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    digits(stem).is_some_and(|(_, after)| after.is_empty())
}

/// Whether a name has such digits in it, also of what the file was before it
/// was finished.
pub fn has_digits(name: &str) -> bool {
    let name = name.strip_prefix("./").unwrap_or(name);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    digits(stem).is_some()
}

/// What stands before and behind the digits of a name.
fn digits(stem: &str) -> Option<(&str, &str)> {
    stem.match_indices('-').find_map(|(position, dash)| {
        let behind = stem.get(position + dash.len()..)?;
        let is_digit = |sign: char| matches!(sign, '0'..='9' | 'a'..='f');
        let end = behind.find(|sign| !is_digit(sign)).unwrap_or(behind.len());
        let (digits, after) = behind.split_at_checked(end)?;
        let ends = !after.starts_with(|sign: char| sign.is_ascii_alphanumeric());
        (DIGITS.contains(&digits.len()) && ends).then_some((stem.get(..position)?, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_those_of_sha_256_on_every_machine() {
        assert_eq!(fingerprint(b""), "e3b0c44298fc1c14");
        assert_eq!(lasting("boot.js", b"abc"), "boot-ba7816bf8f01cfea.js");
    }

    #[test]
    fn a_name_follows_the_content_and_is_renewed() {
        let first = lasting("share-dialog_bg.wasm", b"1");
        assert!(
            is_lasting(&first) && first.starts_with("share-dialog_bg-"),
            "{first}"
        );
        let second = lasting(&first, b"2");
        assert!(is_lasting(&second) && second.starts_with("share-dialog_bg-"));
        assert_ne!(first, second);
        assert_eq!(
            lasting("a-0123456789abcdef_bg.wasm", b"1"),
            lasting("a_bg.wasm", b"1")
        );
        assert_eq!(
            lasting("a-123456789abcdef.js", b"1"),
            lasting("a.js", b"1"),
            "a leading zero is left out"
        );
    }

    #[test]
    fn other_names_do_not_stand_for_their_content() {
        for name in [
            "sw.js",
            "boot.js",
            "icon-192.png",
            "technology-transfer",
            "a-0123456789abcdefa.js",
        ] {
            assert!(!is_lasting(name), "{name}");
        }
        assert!(is_lasting("a-0123456789abcdef.js.br"));
    }
}

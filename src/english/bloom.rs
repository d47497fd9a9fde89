//! A set of words that can be asked whether it contains one, and is sometimes wrong
//! in saying so (Bloom, "Space/time trade-offs in hash coding with allowable errors",
//! 1970; all hashes from two: Kirsch and Mitzenmacher, "Less hashing, same
//! performance", 2006).

const HASHES: u32 = 7;

/// Whether a word may be in the set.
pub fn contains(set: &[u8], word: &str) -> bool {
    places(set.len(), word).all(|(byte, bit)| set.get(byte).is_some_and(|byte| byte & bit != 0))
}

/// The byte and the bit of it for each hash of a word, in a set of so many bytes.
pub fn places(bytes: usize, word: &str) -> impl Iterator<Item = (usize, u8)> {
    let hash = fnv(word);
    let (one, other) = (hash as u32, (hash >> 32) as u32 | 1);
    let bits = (bytes as u32).saturating_mul(8).max(1);
    (0..HASHES).map(move |nth| {
        let place = one.wrapping_add(nth.wrapping_mul(other)) % bits;
        ((place / 8) as usize, 1 << (place % 8))
    })
}

/// FNV-1a (Fowler, Noll and Vo), 64 bits.
fn fnv(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

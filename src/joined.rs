//! Texts one after the other.

/// Texts with a separator between them: `[T]::join` of the standard library in a tenth
/// of its code, which is made for speed.
pub fn joined(texts: &[String], separator: &str) -> String {
    let mut all = String::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            all.push_str(separator);
        }
        all.push_str(text);
    }
    all
}

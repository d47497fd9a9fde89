//! The Unicode tables of the browser.

use js_sys::{JsString, RegExp};

use crate::unicode::Unicode;

/// The functions that the core asks for. A constant, so that the compiler knows
/// what it calls: carried in the state it is half a kilobyte more.
pub const UNICODE: Unicode = Unicode { compose, fold };

fn compose(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

fn fold(character: char) -> Option<String> {
    let text = JsString::from(character.to_string().as_str());
    // Letters, digits of any script, and the marks that go with them.
    let belongs = RegExp::new("[\\p{Alphabetic}\\p{N}\\p{M}]", "u");
    text.match_(&belongs)?;
    let parts = text.to_lower_case().normalize("NFKD");
    let marks = RegExp::new("\\p{M}", "gu");
    Some(parts.replace_by_pattern(&marks, "").into())
}

//! The messages of the scripts, which each page carries: scripts hold none.

use explorer::messages::{offline::OFFLINE, scripts::BOOT};
use serde_json::{Map, Value};

/// The block with all of them by key, for the head of a page.
pub fn block() -> String {
    let all = BOOT.iter().chain(&OFFLINE);
    let words: Map<_, _> = all
        .map(|(key, words)| ((*key).to_owned(), (*words).into()))
        .collect();
    // Nothing in it may end the element.
    let json = Value::Object(words).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"words\">{json}</script>")
}

//! The messages of the scripts, which each page carries: scripts hold none.

use explorer::{
    data::Agenda,
    messages::{ScriptMessages, messages},
};
use serde_json::{Map, Value};

/// The block with all of them by key, for the head of a page.
pub fn block(agenda: &Agenda) -> String {
    let boot = messages().boot(agenda).into_iter();
    let boot = boot.map(|(key, words)| (key.to_owned(), Value::from(words)));
    let offline = messages().offline().into_iter();
    let offline = offline.map(|(key, words)| (key.to_owned(), Value::from(words)));
    let words: Map<_, _> = boot.chain(offline).collect();
    // Nothing in it may end the element.
    let json = Value::Object(words).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"words\">{json}</script>")
}

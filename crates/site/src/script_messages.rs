//! The messages of the scripts, which each page carries: scripts hold none. With them
//! is what stands before the keys of the storage. One is shown without a script, where
//! none arrives.

use explorer::{
    data::Agenda,
    messages::{ScriptMessages, messages},
};
use serde_json::{Map, Value};

use crate::html::escape;

/// The block with all of them by key, for the head of a page.
pub fn block(agenda: &Agenda) -> String {
    let boot = messages().boot(agenda).into_iter();
    let boot = boot.map(|(key, words)| (key.to_owned(), Value::from(words)));
    let offline = messages().offline().into_iter();
    let offline = offline.map(|(key, words)| (key.to_owned(), Value::from(words)));
    let mut words: Map<_, _> = boot.chain(offline).collect();
    let storage = agenda.site.storage_prefix.as_str();
    words.insert("storage".to_owned(), Value::from(storage));
    // Nothing in it may end the element.
    let json = Value::Object(words).to_string().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"words\">{json}</script>")
}

/// The message for a part of the app that did not arrive, as HTML.
pub fn not_arrived(agenda: &Agenda) -> String {
    let mut boot = messages().boot(agenda).into_iter();
    let said = boot.find(|(key, _)| *key == "not-arrived");
    said.map(|(_, words)| escape(&words)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_sentence_for_what_did_not_arrive() {
        let agenda = explorer::embedded::agenda().expect("the embedded data can be read");
        assert!(not_arrived(&agenda).contains("could not be loaded"));
    }
}

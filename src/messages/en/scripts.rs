use super::English;
use crate::data::Agenda;
use crate::messages::ScriptMessages;

impl ScriptMessages for English {
    fn boot(&self, agenda: &Agenda) -> Vec<(&'static str, String)> {
        let many = &agenda.noun.many;
        let fallback = format!("You can read the {many} below, but not search them.");
        vec![
            ("again", "Try again".to_owned()),
            ("without-saved", "Reload without the saved list".to_owned()),
            ("one-file", "Open explorer.html".to_owned()),
            ("compatible", "Open the compatible version".to_owned()),
            (
                "not-arrived",
                format!(
                    "Part of the explorer could not be loaded, or is from another version of this page. {fallback} Check your connection and try again."
                ),
            ),
            (
                "slow",
                format!(
                    "The explorer is still not ready after 20 seconds. {fallback} Wait if your connection is slow, or try again."
                ),
            ),
            (
                "stopped",
                format!(
                    "The explorer stopped because of an error. {fallback} Try again; if it stops again, reload without the saved list, which is kept unchanged."
                ),
            ),
            (
                "aside",
                "Your saved list is set aside for this visit and kept unchanged. What you save now is lost when you close the page. To get the list back, close this page and open it again.".to_owned(),
            ),
            ("no-wasm", no_wasm(agenda)),
            (
                "from-file",
                "This page was opened as a file, and browsers load the other parts of the explorer only from a web server. Open explorer.html, beside this file: it has all parts inside.".to_owned(),
            ),
            (
                "in-sandbox",
                format!(
                    "The frame around this page keeps the explorer from loading. {fallback} Open this page in a tab of its own to search."
                ),
            ),
        ]
    }

    fn offline(&self) -> Vec<(&'static str, &'static str)> {
        vec![
            ("update", "A new version is available."),
            ("update-reload", "Reload"),
            ("update-later", "Later"),
        ]
    }

    fn compatible(&self, agenda: &Agenda, page: &str) -> String {
        page.replacen(&no_wasm(agenda), &no_eval(agenda), 1)
    }

    fn one_file(&self) -> &'static str {
        "The explorer in one file"
    }

    fn one_file_text(&self) -> &'static str {
        "An offline copy: one file that opens in your browser, without a network."
    }

    fn one_file_link(&self, bytes: usize, date: Option<&str>) -> String {
        let tenths = bytes.div_ceil(100_000);
        let size = format!("explorer.html, {}.{} MB", tenths / 10, tenths % 10);
        match date {
            Some(date) => format!("{size}, {date}"),
            None => size,
        }
    }

    fn checksum(&self) -> &'static str {
        "SHA-256:"
    }
}

fn no_wasm(agenda: &Agenda) -> String {
    format!(
        "This browser does not run WebAssembly, or only an old form of it. You can read the {} below, but not search them. To search, open this page in another browser.",
        agenda.noun.many
    )
}

/// The same for the compatible page, which has a stand-in for WebAssembly.
fn no_eval(agenda: &Agenda) -> String {
    format!(
        "The compatible version cannot run here: the server forbids it to translate the explorer, or the browser is too old. You can read the {} below, but not search them. To search, open this page in another browser.",
        agenda.noun.many
    )
}

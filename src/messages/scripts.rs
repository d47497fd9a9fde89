//! The scripts around the app, and the pages that are the app in another form.
//! None of it is in the wasm.

use crate::data::Agenda;

pub trait ScriptMessages {
    /// What the boot script says when the app cannot start or has stopped, by key.
    fn boot(&self, agenda: &Agenda) -> Vec<(&'static str, String)>;

    /// What the script for offline use says, by key.
    fn offline(&self) -> Vec<(&'static str, &'static str)>;

    /// A page with the messages of the compatible page in place of its own.
    fn compatible(&self, agenda: &Agenda, page: &str) -> String;

    /// The part of the page that offers the one file.
    fn one_file(&self) -> &'static str;

    /// What the one file is for.
    fn one_file_text(&self) -> &'static str;

    /// The link to the one file, with its size and the day it was made.
    fn one_file_link(&self, bytes: usize, date: Option<&str>) -> String;

    /// What stands before the checksum of the one file.
    fn checksum(&self) -> &'static str;
}

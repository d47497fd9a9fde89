use super::English;
use crate::data::Agenda;
use crate::messages::{ActionMessages, Names};

impl ActionMessages for English {
    fn close(&self) -> &'static str {
        "Close"
    }

    fn copy_link(&self) -> &'static str {
        "Copy link"
    }

    fn dismiss(&self) -> &'static str {
        "Dismiss"
    }

    fn undo(&self) -> &'static str {
        "Undo"
    }

    fn action_on(&self, agenda: &Agenda, action: &str, number: u16) -> String {
        format!("{action}: {}", self.recommendation(agenda, number))
    }

    fn download_blocked(&self) -> &'static str {
        "Your browser blocked the download."
    }
}

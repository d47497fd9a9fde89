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

    fn loading(&self) -> &'static str {
        "Loading…"
    }

    fn not_loaded(&self) -> &'static str {
        "This part of the explorer did not arrive. Check your connection and try again."
    }

    fn load_again(&self) -> &'static str {
        "Try again"
    }

    fn download_blocked(&self) -> &'static str {
        "Your browser blocked the download."
    }
}

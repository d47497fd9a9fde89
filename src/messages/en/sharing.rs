use super::English;
use crate::messages::{Grammar, SharingMessages};

impl SharingMessages for English {
    fn share_or_embed(&self) -> &'static str {
        "Share or embed"
    }

    fn share_dialog_failed(&self) -> &'static str {
        "The dialog for sharing could not be loaded. Check your connection and try again."
    }

    fn link_copied(&self) -> &'static str {
        "Link copied."
    }

    fn text_copied(&self) -> &'static str {
        "Text copied, with its source."
    }

    fn select_link(&self) -> &'static str {
        "Your browser blocked copying. The link is selected here; copy it yourself:"
    }

    fn select_text(&self) -> &'static str {
        "Your browser blocked copying. The text is selected here; copy it yourself:"
    }

    fn full_page(&self, address: &str) -> String {
        let colon = if address.is_empty() { "" } else { ": " };
        format!("Open in the explorer{colon}{address}")
    }

    fn text_of(&self, publisher: &str) -> String {
        format!("Text © {publisher}")
    }

    fn printed(&self, link: &str, time: &str) -> String {
        let day = time.split('T').next().unwrap_or_default();
        format!("{link}{}{day}", self.separator())
    }
}

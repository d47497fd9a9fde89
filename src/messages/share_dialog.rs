//! The dialog for sharing and embedding.

use std::ops::RangeInclusive;

use crate::data::Agenda;
use crate::state::{EmbedPart, Scheme};

pub trait ShareDialogMessages {
    fn dialog_heading(&self) -> &'static str;
    fn share_tab(&self) -> &'static str;
    fn embed_tab(&self) -> &'static str;

    fn view_link(&self) -> &'static str;

    /// What a system makes of the link that embeds addresses; `page` says whether
    /// the link leads to a page of its own.
    fn link_hint(&self, page: bool) -> &'static str;

    /// The button that opens the share sheet of the system.
    fn send(&self) -> &'static str;

    fn mail(&self) -> &'static str;
    fn download_code(&self) -> &'static str;

    /// What is in a QR code, for those who do not scan it.
    fn code_of(&self, link: &str) -> String;

    fn copied(&self) -> &'static str;

    /// That a text is to be copied by hand; it is selected.
    fn not_copied(&self) -> &'static str;

    fn not_sent(&self) -> &'static str;

    fn look(&self) -> &'static str;
    fn height(&self) -> &'static str;
    fn width(&self) -> &'static str;

    /// Which numbers can be chosen.
    fn between(&self, range: &RangeInclusive<u16>) -> String;

    fn colours(&self) -> &'static str;
    fn scheme(&self, scheme: Scheme) -> &'static str;

    fn interface_language(&self) -> &'static str;

    /// The choice of no language: the reader's own.
    fn reader_language(&self) -> &'static str;

    fn send_events(&self) -> &'static str;

    /// The forms of a frame that are chosen by one press.
    fn presets(&self) -> &'static str;

    fn everything(&self) -> &'static str;
    fn search_and_list(&self) -> &'static str;
    fn list_only(&self) -> &'static str;

    /// One recommendation alone.
    fn only(&self, agenda: &Agenda, number: u16) -> String;

    /// The parts of the page that are shown.
    fn show_parts(&self) -> &'static str;

    fn part(&self, agenda: &Agenda, part: EmbedPart) -> String;

    /// The facets that readers can't change.
    fn locked(&self) -> &'static str;

    fn preview(&self) -> &'static str;
    fn phone(&self) -> &'static str;
    fn desktop(&self) -> &'static str;

    fn snippets(&self) -> &'static str;
    fn copy(&self) -> &'static str;

    /// The name of a button that copies a field, for those who do not see where
    /// it stands.
    fn copy_of(&self, label: &str) -> String;

    fn frame(&self) -> &'static str;
    fn frame_hint(&self) -> &'static str;
    fn element(&self) -> &'static str;
    fn element_hint(&self) -> &'static str;
    fn html(&self) -> &'static str;
    fn html_hint(&self, agenda: &Agenda) -> String;
}

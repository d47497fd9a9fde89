//! Copying and sharing what is shown.

pub trait SharingMessages {
    /// The button that opens the dialog.
    fn share_or_embed(&self) -> &'static str;

    fn share_dialog_failed(&self) -> &'static str;
    fn link_copied(&self) -> &'static str;
    fn text_copied(&self) -> &'static str;

    /// That a link is to be copied by hand; it follows, selected.
    fn select_link(&self) -> &'static str;

    /// That a text is to be copied by hand; it follows, selected.
    fn select_text(&self) -> &'static str;

    /// The link from a frame to the whole page; `address` is where it leads, empty
    /// where that is not said.
    fn full_page(&self, address: &str) -> String;

    /// Whose text it is, in the fewest words.
    fn text_of(&self, publisher: &str) -> String;

    /// Where a page on paper is from, and of which day; `time` as RFC 3339 has it.
    fn printed(&self, link: &str, time: &str) -> String;
}

//! What buttons say that stand in several places.

use crate::data::Agenda;

pub trait ActionMessages {
    fn close(&self) -> &'static str;
    fn copy_link(&self) -> &'static str;
    fn dismiss(&self) -> &'static str;
    fn undo(&self) -> &'static str;

    /// The name of a button on a recommendation, for those who do not see where
    /// it stands.
    fn action_on(&self, agenda: &Agenda, action: &str, number: u16) -> String;

    /// That a part of the page is on its way.
    fn loading(&self) -> &'static str;
    /// That it did not arrive.
    fn not_loaded(&self) -> &'static str;
    fn load_again(&self) -> &'static str;

    /// That the browser refused to save a file.
    fn download_blocked(&self) -> &'static str;
}

//! How others show the site and its pages: titles, descriptions, previews.

use crate::data::Agenda;

pub trait MetadataMessages {
    /// The name of the site where it is shown beside others.
    fn home_name(&self, agenda: &Agenda) -> String;

    /// A frame with the site in it, for those who do not see it.
    fn frame_title(&self, agenda: &Agenda) -> String;

    /// What the site has.
    fn home_description(&self, agenda: &Agenda) -> String;

    /// A recommendation, and how many there are.
    fn one_of(&self, agenda: &Agenda, number: u16) -> String;

    /// A recommendation, and where it is from.
    fn recommendation_of(&self, agenda: &Agenda, number: u16) -> String;

    /// A value, and where it is from.
    fn value_of(&self, agenda: &Agenda, facet: usize, value: usize) -> String;

    /// What recommendations share, which they are, and how the first one begins.
    fn value_description(
        &self,
        agenda: &Agenda,
        value: &str,
        numbers: &[u16],
        first: &str,
    ) -> String;

    /// What the open data has.
    fn dataset_description(&self, agenda: &Agenda) -> String;

    /// In a preview image, how many there are.
    fn of_all(&self, agenda: &Agenda) -> String;

    /// In a preview image, what stands between the number of recommendations and
    /// the title of the data set.
    fn preview_heading(&self, agenda: &Agenda) -> String;

    /// In the preview image of the site, what it is for.
    fn preview_tagline(&self) -> &'static str;

    /// In a preview image, where the text is from.
    fn preview_source(&self, agenda: &Agenda) -> String;
}

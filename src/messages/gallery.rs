//! The page that shows every component in its states, for who works on them.

/// Components that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleGroup {
    Controls,
    Numerals,
    Search,
    Suggestions,
    Filters,
    Applied,
    Tools,
    Nothing,
    Recommendations,
    Citation,
    Lists,
    Import,
    Comparison,
    Tables,
    Statement,
    Told,
    Arriving,
}

/// What a sample shows, and in which state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    Button,
    Unavailable,
    Opened,
    Busy,
    Action,
    Link,
    Field,
    Choice,
    LongField,
    Checkbox,
    Radio,
    Switch,
    Letters,
    Shown,
    Dimmed,
    Saved,
    Near,
    Correction,
    Translation,
    Unknown,
    Unsearchable,
    Absent,
    Other,
    Offered,
    Chosen,
    Locked,
    Closed,
    Grouped,
    Found,
    Evidence,
    Open,
    InList,
    Unsaved,
    OfLink,
    Accepted,
    Refused,
    Tray,
    Leaving,
    Undo,
    Failure,
    Warning,
    Unstored,
    Unreadable,
    Loading,
    Failed,
}

pub trait GalleryMessages {
    fn page_of_gallery(&self) -> &'static str;

    /// What the page is, and that nothing on it does anything.
    fn gallery_intro(&self) -> &'static str;

    fn sample_group(&self, group: SampleGroup) -> &'static str;

    fn sample(&self, sample: Sample) -> &'static str;

    /// The title of a list, its note, and the note of a recommendation in it.
    fn example_list(&self) -> [&'static str; 3];
}

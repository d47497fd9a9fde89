use super::English;
use crate::messages::{GalleryMessages, Sample, SampleGroup};

impl GalleryMessages for English {
    fn page_of_gallery(&self) -> &'static str {
        "Gallery"
    }

    fn gallery_intro(&self) -> &'static str {
        "Every component in its states, for those who work on this site. The samples do nothing when pressed."
    }

    fn sample_group(&self, group: SampleGroup) -> &'static str {
        match group {
            SampleGroup::Controls => "Buttons and fields",
            SampleGroup::Numerals => "Numbers at a glance",
            SampleGroup::Search => "Search",
            SampleGroup::Suggestions => "Suggestions",
            SampleGroup::Filters => "Filters",
            SampleGroup::Applied => "What is applied",
            SampleGroup::Tools => "Tools",
            SampleGroup::Nothing => "Empty results",
            SampleGroup::Recommendations => "A recommendation",
            SampleGroup::Citation => "Citation",
            SampleGroup::Lists => "Lists",
            SampleGroup::Import => "Import of a file",
            SampleGroup::Comparison => "Comparison",
            SampleGroup::Tables => "Tables of counts",
            SampleGroup::Statement => "Findings in a statement",
            SampleGroup::Told => "Messages and notices",
            SampleGroup::Arriving => "Parts on demand",
        }
    }

    fn sample(&self, sample: Sample) -> &'static str {
        match sample {
            Sample::Button => "Button",
            Sample::Unavailable => "Unavailable",
            Sample::Opened => "Opened",
            Sample::Busy => "Busy",
            Sample::Action => "Action",
            Sample::Link => "Action in a text",
            Sample::Field => "Field",
            Sample::Choice => "Choice",
            Sample::LongField => "Field of several lines",
            Sample::Checkbox => "Checkbox, off and on",
            Sample::Radio => "Radio buttons",
            Sample::Switch => "Switch, off and on",
            Sample::Letters => "Letters of the clusters",
            Sample::Shown => "Found",
            Sample::Dimmed => "Not found",
            Sample::Saved => "Saved",
            Sample::Near => "Similar",
            Sample::Correction => "A correction",
            Sample::Translation => "A translation",
            Sample::Unknown => "A number that does not exist",
            Sample::Unsearchable => "Nothing to search for",
            Sample::Absent => "Not mentioned",
            Sample::Other => "With other words that find something",
            Sample::Offered => "Offered, the second selected",
            Sample::Chosen => "Selected, without results, and fixed by the site",
            Sample::Locked => "With one that the site has fixed",
            Sample::Closed => "Closed",
            Sample::Grouped => "Under the heading of its cluster",
            Sample::Found => "Found, with the reason",
            Sample::Evidence => "With a selected theme and its evidence",
            Sample::Open => "Opened",
            Sample::InList => "In a list",
            Sample::Unsaved => "Nothing saved",
            Sample::OfLink => "From a link",
            Sample::Accepted => "A file that can be imported",
            Sample::Refused => "A file that cannot be imported",
            Sample::Tray => "To be compared",
            Sample::Leaving => "Leaves by itself",
            Sample::Undo => "With Undo",
            Sample::Failure => "A failure",
            Sample::Warning => "A link that was not understood",
            Sample::Unstored => "Nothing can be stored",
            Sample::Unreadable => "Stored text that cannot be read",
            Sample::Loading => "Loading",
            Sample::Failed => "Not arrived",
        }
    }

    fn example_list(&self) -> [&'static str; 3] {
        [
            "For the next session",
            "Points to raise under item 6.",
            "Ask for figures.",
        ]
    }
}

use std::ops::RangeInclusive;

use super::English;
use crate::data::{Agenda, FacetRole};
use crate::messages::{Names, ShareDialogMessages};
use crate::state::{EmbedPart, Scheme};

impl ShareDialogMessages for English {
    fn dialog_heading(&self) -> &'static str {
        "Share or embed"
    }

    fn share_tab(&self) -> &'static str {
        "Share"
    }

    fn embed_tab(&self) -> &'static str {
        "Embed"
    }

    fn view_link(&self) -> &'static str {
        "Link to this view"
    }

    fn link_hint(&self, page: bool) -> &'static str {
        if page {
            "WordPress and other systems that embed links show this view when the link stands on a line of its own."
        } else {
            "Systems that embed links, such as WordPress, show the whole explorer for this link, without your search and filters. Use a snippet under “Embed” there."
        }
    }

    fn send(&self) -> &'static str {
        "Share…"
    }

    fn mail(&self) -> &'static str {
        "Email"
    }

    fn download_code(&self) -> &'static str {
        "Download QR code (SVG)"
    }

    fn code_of(&self, link: &str) -> String {
        format!("QR code of the link {link}")
    }

    fn copied(&self) -> &'static str {
        "Copied."
    }

    fn not_copied(&self) -> &'static str {
        "Your browser blocked copying. The text is selected; copy it yourself."
    }

    fn not_sent(&self) -> &'static str {
        "Your browser blocked sharing with other apps. Copy the link instead."
    }

    fn look(&self) -> &'static str {
        "Size and language"
    }

    fn height(&self) -> &'static str {
        "Height in pixels"
    }

    fn width(&self) -> &'static str {
        "Width (empty: full)"
    }

    fn between(&self, range: &RangeInclusive<u16>) -> String {
        format!(
            "Enter a number from {} to {}. The previous value stays in use until then.",
            range.start(),
            range.end()
        )
    }

    fn colours(&self) -> &'static str {
        "Colours"
    }

    fn scheme(&self, scheme: Scheme) -> &'static str {
        match scheme {
            Scheme::Light => "Light",
            Scheme::Dark => "Dark",
            Scheme::Auto => "Match the reader’s device",
        }
    }

    fn interface_language(&self) -> &'static str {
        "Language"
    }

    fn reader_language(&self) -> &'static str {
        "Match the reader’s browser"
    }

    fn send_events(&self) -> &'static str {
        "Send events to the host page"
    }

    fn presets(&self) -> &'static str {
        "What readers see"
    }

    fn everything(&self) -> &'static str {
        "Everything"
    }

    fn search_and_list(&self) -> &'static str {
        "Search and list"
    }

    fn list_only(&self) -> &'static str {
        "List only"
    }

    fn only(&self, agenda: &Agenda, number: u16) -> String {
        format!("{} only", self.recommendation(agenda, number))
    }

    fn show_parts(&self) -> &'static str {
        "Show"
    }

    fn part(&self, agenda: &Agenda, part: EmbedPart) -> String {
        let role = match part {
            EmbedPart::Search => return "Search".to_owned(),
            EmbedPart::Numerals => return "All numbers".to_owned(),
            EmbedPart::Facets => return "All filters".to_owned(),
            EmbedPart::Toolbar => return "Toolbar".to_owned(),
            EmbedPart::Header => return "Header, saving".to_owned(),
            EmbedPart::Footer => return "Full source and address".to_owned(),
            EmbedPart::Sections => FacetRole::Section,
            EmbedPart::Topics => FacetRole::Topic,
            EmbedPart::Others => FacetRole::Other,
        };
        let facets = agenda.facets.iter().filter(|facet| facet.role == role);
        let labels: Vec<&str> = facets.map(|facet| facet.label_many.as_str()).collect();
        labels.join(", ")
    }

    fn locked(&self) -> &'static str {
        "Readers can’t change"
    }

    fn preview(&self) -> &'static str {
        "Preview"
    }

    fn phone(&self) -> &'static str {
        "Phone"
    }

    fn desktop(&self) -> &'static str {
        "Desktop"
    }

    fn snippets(&self) -> &'static str {
        "Copy into your page"
    }

    fn copy(&self) -> &'static str {
        "Copy"
    }

    fn copy_of(&self, label: &str) -> String {
        format!("Copy: {label}")
    }

    fn frame(&self) -> &'static str {
        "iframe"
    }

    fn frame_hint(&self) -> &'static str {
        "For an HTML block: WordPress “Custom HTML” (as administrator or editor), Drupal “Full HTML”, or a page of your own. If you can only paste a link, see “Share”."
    }

    fn element(&self) -> &'static str {
        "Auto-height embed (script)"
    }

    fn element_hint(&self) -> &'static str {
        "For pages that allow scripts: grows with its content, without an inner scroll bar."
    }

    fn html(&self) -> &'static str {
        "Plain HTML (no iframe)"
    }

    fn html_hint(&self, agenda: &Agenda) -> String {
        let many = &agenda.noun.many;
        format!(
            "For editors that strip iframes and scripts. A snapshot of the {many} with source and licence: it does not update."
        )
    }
}

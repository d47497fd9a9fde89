//! The words of saving what is shown as a file.

use crate::export::Format;

pub const EXPORT: &str = "Export";
pub const EXPORT_AS: &str = "Save what is shown as:";
pub const NOTHING_TO_EXPORT: &str = "Nothing is shown that could be saved as a file.";
pub const EXPORT_BY_HAND: &str = "The browser did not let us hand out the file. Copy its text:";

/// What a format is called.
pub fn format(format: Format) -> &'static str {
    match format {
        Format::Csv => "CSV",
        Format::Json => "JSON",
        Format::Markdown => "Markdown",
        Format::Text => "Plain text",
        Format::Bibtex => "BibTeX",
        Format::Ris => "RIS",
        Format::CslJson => "CSL-JSON",
    }
}

/// What was handed to the browser.
pub fn exported(name: &str, count: usize) -> String {
    match count {
        1 => format!("{name} with 1 recommendation was handed to your browser to keep."),
        _ => format!("{name} with {count} recommendations was handed to your browser to keep."),
    }
}

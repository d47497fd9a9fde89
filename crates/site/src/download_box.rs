//! What each page says about the single file: the link, its size and date, and
//! its checksum. Outside of what the app takes over, because the wasm is in the
//! file and cannot know its checksum.

use explorer::messages::{ScriptMessages, messages};

use crate::{fingerprint::sha256, html::escape};

/// What is known of the file.
pub struct DownloadBox {
    bytes: usize,
    /// Its SHA-256.
    pub checksum: String,
    date: Option<String>,
}

impl DownloadBox {
    /// For a file with this content, of this day.
    pub fn new(file: &str, date: Option<&str>) -> Self {
        Self {
            bytes: file.len(),
            checksum: sha256(file.as_bytes()),
            date: date.map(str::to_owned),
        }
    }

    /// The box for the end of a page; `root` is the way to the file.
    pub fn html(&self, root: &str) -> String {
        let Self {
            bytes,
            checksum,
            date,
        } = self;
        let link = escape(&messages().one_file_link(*bytes, date.as_deref()));
        let date = date.as_deref().unwrap_or_default();
        let name = messages().one_file();
        let text = messages().one_file_text();
        let label = messages().checksum();
        format!(
            "<section id=\"one-file\" class=\"one-file\" aria-label=\"{name}\" \
             data-part=\"one-file\" data-bytes=\"{bytes}\" data-sha256=\"{checksum}\" \
             data-date=\"{date}\">\
             <p>{text} <a href=\"{root}explorer.html\" download>{link}</a></p>\
             <p>{label} <code>{checksum}</code></p></section>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_box_names_the_file_from_where_the_page_lies_and_what_it_is() {
        let offer = DownloadBox {
            bytes: 1_234_567,
            checksum: "00ff".to_owned(),
            date: Some("2026-11-22".to_owned()),
        };
        let html = offer.html("../../");
        assert!(html.contains(
            "href=\"../../explorer.html\" download>explorer.html, 1.3 MB, 2026-11-22</a>"
        ));
        assert!(html.ends_with("<code>00ff</code></p></section>"), "{html}");
    }

    #[test]
    fn the_checksum_is_that_of_the_content() {
        let offer = DownloadBox::new("abc", None);
        assert!(offer.checksum.starts_with("ba7816bf"));
        assert!(offer.html("").contains("data-bytes=\"3\""));
    }
}

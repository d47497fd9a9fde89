//! What the pages say about the one file: the link, its size and date, and its
//! checksum. Outside of what the app takes over, because the wasm is in the file
//! and cannot know its checksum.

use explorer::messages::scripts::{CHECKSUM, ONE_FILE, ONE_FILE_TEXT, one_file_link};

use crate::shell::escape;

const START: &str = "<section id=\"one-file\"";
const END: &str = "</section>";

/// What is known of the file.
pub struct Offer<'file> {
    pub bytes: usize,
    pub checksum: &'file str,
    pub date: Option<&'file str>,
}

impl Offer<'_> {
    /// The page with the offer at its end; `root` is the way to the file.
    pub fn put_on(&self, page: &str, root: &str) -> String {
        let link = escape(&one_file_link(self.bytes, self.date));
        let Self {
            bytes, checksum, ..
        } = self;
        let date = self.date.unwrap_or_default();
        let offer = format!(
            "{START} class=\"one-file\" aria-label=\"{ONE_FILE}\" data-part=\"one-file\" \
             data-bytes=\"{bytes}\" data-sha256=\"{checksum}\" data-date=\"{date}\">\
             <p>{ONE_FILE_TEXT} <a href=\"{root}explorer.html\" download>{link}</a></p>\
             <p>{CHECKSUM} <code>{checksum}</code></p>{END}"
        );
        match page.rsplit_once("</body>") {
            Some((before, after)) => format!("{before}{offer}</body>{after}"),
            None => page.to_owned(),
        }
    }
}

/// The page without the offer of an earlier build.
pub fn without(page: &str) -> String {
    let parts = page.split_once(START);
    match parts.and_then(|(before, rest)| Some((before, rest.split_once(END)?.1))) {
        Some((before, after)) => format!("{before}{after}"),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_put_at_the_end_and_taken_off_again() {
        let page = "<body><section>a</section></body>\n</html>";
        let offer = Offer {
            bytes: 1_234_567,
            checksum: "00ff",
            date: Some("2026-11-22"),
        };
        let offered = offer.put_on(page, "../../");
        assert!(offered.contains(
            "href=\"../../explorer.html\" download>explorer.html, 1.3 MB, 2026-11-22</a>"
        ));
        assert!(
            offered.contains("<code>00ff</code></p></section></body>\n</html>"),
            "{offered}"
        );
        assert_eq!(without(&offered), page);
    }
}

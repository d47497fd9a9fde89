//! Paragraphs and words in the markup of a document.

use crate::html::escaped;

/// The body of a part, with the addresses that it leads to.
#[derive(Default)]
pub(super) struct Markup {
    pub xml: String,
    /// Named `rId1`, `rId2`, … in this order, behind those of the part itself.
    pub links: Vec<String>,
}

impl Markup {
    /// A paragraph in a style by its id; what is in it follows from `content`.
    pub fn paragraph(&mut self, style: &str, content: impl FnOnce(&mut Self)) {
        self.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"
        ));
        content(self);
        self.xml.push_str("</w:p>");
    }

    /// Paragraphs of plain text, one a line.
    pub fn lines(&mut self, style: &str, text: &str) {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            self.paragraph(style, |it| it.text(line));
        }
    }

    /// Words.
    pub fn text(&mut self, text: &str) {
        self.run("", text);
    }

    /// Words in italics.
    pub fn italic(&mut self, text: &str) {
        self.run("<w:rPr><w:i/></w:rPr>", text);
    }

    /// Words that lead to an address.
    pub fn link(&mut self, address: &str, text: &str) {
        self.links.push(address.to_owned());
        let id = self.links.len();
        self.xml
            .push_str(&format!("<w:hyperlink r:id=\"rId{id}\" w:history=\"1\">"));
        self.run("<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>", text);
        self.xml.push_str("</w:hyperlink>");
    }

    /// Words in which some addresses stand, which become links.
    pub fn linked(&mut self, text: &str, addresses: &[&str]) {
        let known = addresses.iter().filter(|address| !address.is_empty());
        let found = known.filter_map(|address| text.split_once(address).map(|it| (*address, it)));
        // Where one begins with another, the longer one is meant.
        let mut first: Option<(&str, (&str, &str))> = None;
        for (address, (before, after)) in found {
            let is_first = first.is_none_or(|(other, (start, _))| {
                (before.len(), other.len()) < (start.len(), address.len())
            });
            if is_first {
                first = Some((address, (before, after)));
            }
        }
        let Some((address, (before, after))) = first else {
            return self.text(text);
        };
        self.text(before);
        self.link(address, address);
        self.linked(after, addresses);
    }

    /// The mark of a footnote.
    pub fn footnote(&mut self, id: usize) {
        self.xml.push_str(&format!(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>\
             <w:footnoteReference w:id=\"{id}\"/></w:r>"
        ));
    }

    fn run(&mut self, format: &str, text: &str) {
        if !text.is_empty() {
            let text = xml(text);
            self.xml.push_str(&format!(
                "<w:r>{format}<w:t xml:space=\"preserve\">{text}</w:t></w:r>"
            ));
        }
    }

    /// The addresses as the part beside it has them.
    pub fn relationships(&self, own: &str) -> String {
        let mut all = own.to_owned();
        for (place, address) in self.links.iter().enumerate() {
            all.push_str(&format!(
                "<Relationship Id=\"rId{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" \
                 TargetMode=\"External\"/>",
                place + 1,
                xml(address)
            ));
        }
        format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
    }
}

/// How every part begins.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The kinds of what leads from one part to another.
pub(super) const OFFICE: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A text as XML has it. Signs that XML does not know are left out.
pub(super) fn xml(text: &str) -> String {
    let known = text.chars().filter(|sign| match sign {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => *sign >= ' ',
    });
    escaped(&known.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_does_not_know_is_left_out() {
        assert_eq!(
            xml("a\u{0}\u{b}\u{1f}\u{ffff}<b> & \"c\"\té😀"),
            "a&lt;b&gt; &amp; &quot;c&quot;\té😀"
        );
    }

    #[test]
    fn addresses_in_a_text_become_links() {
        let mut markup = Markup::default();
        markup.linked("see a:b/c and a:b.", &["a:b", "a:b/c", ""]);
        assert_eq!(markup.links, ["a:b/c", "a:b"]);
        let words: Vec<&str> = markup
            .xml
            .split(['<', '>'])
            .filter(|it| !it.contains("w:"))
            .collect();
        assert_eq!(words.concat(), "see a:b/c and a:b.");
    }
}

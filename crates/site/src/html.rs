//! The elements of a page, read by `lol_html`, and how they are written again.

use anyhow::{Context, Result};
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// A start tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// In lower case.
    pub name: String,
    /// Values with their character references as they are; empty where there is none.
    attributes: Vec<(String, String)>,
}

impl Element {
    /// One with these attributes, whose values are escaped here.
    pub fn new<'a>(name: &str, attributes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let attributes = attributes.into_iter();
        Self {
            name: name.to_owned(),
            attributes: attributes
                .map(|(name, value)| (name.to_owned(), escape(value)))
                .collect(),
        }
    }

    /// The element that `lol_html` has come to.
    pub fn of(element: &lol_html::html_content::Element) -> Self {
        let attributes = element.attributes().iter();
        Self {
            name: element.tag_name(),
            attributes: attributes
                .map(|attribute| (attribute.name(), attribute.value()))
                .collect(),
        }
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes()
            .find_map(|(own, value)| (own == name).then_some(value))
    }

    /// All attributes in the order of the page.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether the attribute, a list separated by spaces, has this word in it.
    pub fn has_word(&self, name: &str, word: &str) -> bool {
        self.attribute(name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|one| one == word))
    }

    /// Gives an attribute another value, or the element another attribute.
    pub fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.attributes.push((name.to_owned(), value.to_owned())),
        }
    }

    /// The same before another attribute, for those who read the page in order.
    pub fn insert_before(&mut self, other: &str, name: &str, value: &str) {
        let position = self.attributes.iter().position(|(own, _)| own == other);
        let position = position.unwrap_or(self.attributes.len());
        self.attributes
            .insert(position, (name.to_owned(), value.to_owned()));
    }

    /// Takes an attribute away.
    pub fn remove(&mut self, name: &str) {
        self.attributes.retain(|(own, _)| own != name);
    }

    /// Changes the values of attributes.
    pub fn map_values(&mut self, change: impl Fn(&str, &str) -> String) {
        for (name, value) in &mut self.attributes {
            *value = change(name, value);
        }
    }

    /// The start tag.
    pub fn start_tag(&self) -> String {
        let mut tag = format!("<{}", self.name);
        for (name, value) in self.attributes() {
            tag.push(' ');
            tag.push_str(name);
            if !value.is_empty() {
                tag.push_str(&format!("=\"{value}\""));
            }
        }
        tag.push('>');
        tag
    }
}

/// The elements in the order of the page. What stands in scripts, styles and
/// comments is not read.
///
/// # Errors
/// Where the page is not HTML that can be read.
pub fn elements(page: &str) -> Result<Vec<Element>> {
    let mut found = Vec::new();
    let collect = element!("*", |element| {
        found.push(Element::of(element));
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(collect);
    rewrite_str(page, settings).context("the page cannot be read")?;
    Ok(found)
}

/// A text as HTML, also between double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_any_quotes_and_without() {
        let page = "<link rel=stylesheet href='./a.css' data-x=\"a b\" hidden>\
                    <script src=./b.js defer></script><img src=c.svg />";
        let elements = elements(page).expect("it is HTML");
        let names: Vec<_> = elements.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["link", "script", "img"]);
        assert_eq!(elements[0].attribute("rel"), Some("stylesheet"));
        assert_eq!(elements[0].attribute("href"), Some("./a.css"));
        assert!(elements[0].has_word("data-x", "b"));
        assert!(!elements[0].has_word("data-x", "a b"));
        assert_eq!(elements[0].attribute("hidden"), Some(""));
        assert_eq!(elements[1].attribute("src"), Some("./b.js"));
        assert_eq!(elements[2].attribute("src"), Some("c.svg"));
        assert_eq!(elements[2].attribute("alt"), None);
    }

    #[test]
    fn comments_and_scripts_hide_their_tags() {
        let page = "<!doctype html><!-- <a> --><script>\"<b>\"</script><p>1 < 2</p><i>";
        let elements = elements(page).expect("it is HTML");
        let names: Vec<_> = elements.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["script", "p", "i"]);
    }

    #[test]
    fn an_attribute_is_changed_and_the_others_stay() {
        let mut link = elements("<a class=x href=\"y/\" hidden>")
            .expect("HTML")
            .remove(0);
        link.set("href", "z");
        assert_eq!(link.start_tag(), "<a class=\"x\" href=\"z\" hidden>");
        link.insert_before("href", "id", "i");
        link.remove("hidden");
        assert_eq!(link.start_tag(), "<a class=\"x\" id=\"i\" href=\"z\">");
    }

    #[test]
    fn a_new_element_has_its_values_escaped() {
        let meta = Element::new("meta", [("content", "\"a\" & <b>")]);
        assert_eq!(
            meta.start_tag(),
            "<meta content=\"&quot;a&quot; &amp; &lt;b&gt;\">"
        );
    }
}

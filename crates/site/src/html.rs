//! Reads the start tags of a page with their attributes. Enough for pages that
//! we have made ourselves; it is no parser for the pages of others.

/// One start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'page> {
    /// As written; our pages have lower case.
    pub name: &'page str,
    attributes: Vec<(&'page str, &'page str)>,
}

impl<'page> Tag<'page> {
    /// The value of an attribute, character references as they are; empty where
    /// it has none.
    pub fn attribute(&self, name: &str) -> Option<&'page str> {
        self.attributes
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, value)| *value)
    }

    /// All attributes in the order of the page.
    pub fn attributes(&self) -> impl Iterator<Item = (&'page str, &'page str)> {
        self.attributes.iter().copied()
    }

    /// Whether the attribute, a list separated by spaces, has this word in it.
    pub fn has_word(&self, name: &str, word: &str) -> bool {
        self.attribute(name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|one| one == word))
    }
}

/// The start tags in the order of the page. What stands between `<script>` and
/// `</script>`, or in a comment, is not read.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            rest = after;
            if matches!(tag.name, "script" | "style") {
                rest = after.find("</").map_or("", |end| &after[end..]);
            }
            found.push(tag);
        }
    }
    found
}

/// Reads one tag whose `<` has been read; gives what follows its `>`.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let ends_name = |sign: char| sign.is_ascii_whitespace() || matches!(sign, '/' | '>');
    let (name, mut rest) = split(text, ends_name);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/');
        if rest.is_empty() {
            break;
        }
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        let (name, after) = split(rest, |sign| ends_name(sign) || sign == '=');
        if name.is_empty() {
            // A stray `=`: nothing that we write.
            rest = &rest[1..];
            continue;
        }
        let (value, after) = match after.trim_ascii_start().strip_prefix('=') {
            None => ("", after),
            Some(after) => {
                let after = after.trim_ascii_start();
                match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => {
                        after[1..].split_once(quote).unwrap_or((&after[1..], ""))
                    }
                    _ => split(after, |sign| sign.is_ascii_whitespace() || sign == '>'),
                }
            }
        };
        attributes.push((name, value));
        rest = after;
    }
    (Tag { name, attributes }, rest)
}

fn split(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_any_quotes_and_without() {
        let page = "<link rel=stylesheet href='./a.css' data-x=\"a b\" hidden>\
                    <script src=./b.js defer></script><img src=c.svg />";
        let tags = tags(page);
        let names: Vec<_> = tags.iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["link", "script", "img"]);
        assert_eq!(tags[0].attribute("rel"), Some("stylesheet"));
        assert_eq!(tags[0].attribute("href"), Some("./a.css"));
        assert!(tags[0].has_word("data-x", "b"));
        assert!(!tags[0].has_word("data-x", "a b"));
        assert_eq!(tags[0].attribute("hidden"), Some(""));
        assert_eq!(tags[1].attribute("src"), Some("./b.js"));
        assert_eq!(tags[2].attribute("src"), Some("c.svg"));
        assert_eq!(tags[2].attribute("alt"), None);
    }

    #[test]
    fn comments_and_scripts_hide_their_tags() {
        let page = "<!doctype html><!-- <a> --><script>\"<b>\"</script><p>1 < 2</p><i>";
        let names: Vec<_> = tags(page).iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["script", "p", "i"]);
    }

    #[test]
    fn a_page_that_breaks_off_is_read_to_its_end() {
        for page in [
            "<", "<a", "<a b", "<a b=", "<a b='c", "<!-- a", "<script>", "<a = b",
        ] {
            let _ = tags(page);
        }
        assert_eq!(tags("<a b='c")[0].attribute("b"), Some("c"));
    }
}

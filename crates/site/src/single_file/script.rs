//! A page that we have made, taken apart into its tags and what is between them,
//! so that it can be put together again with some of them changed.

use xtask::html::{self, Tag};

/// A piece of a page.
pub enum Piece<'page> {
    /// Text, an end tag, a comment, the doctype.
    Rest(&'page str),
    /// A start tag.
    Start(Tag<'page>, &'page str),
    /// A whole `<script>` with what is in it.
    Script(Tag<'page>, &'page str),
}

/// The pieces of a page in their order, which together are the page.
pub fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let starts = |text: &str| {
            text.strip_prefix('<')
                .is_some_and(|name| name.starts_with(|sign: char| sign.is_ascii_alphabetic()))
        };
        let length = match starts(rest) {
            false => {
                let mut places = rest.match_indices('<').map(|(place, _)| place);
                places
                    .find(|place| starts(rest.get(*place..).unwrap_or_default()))
                    .unwrap_or(rest.len())
            }
            true => match rest.starts_with("<script") {
                false => end_of_tag(rest),
                true => rest.find("</script>").map_or(rest.len(), |end| end + 9),
            },
        };
        let (piece, after) = rest.split_at(length);
        let tag = starts(piece).then(|| html::tags(piece).into_iter().next());
        found.push(match tag.flatten() {
            None => Piece::Rest(piece),
            Some(tag) if tag.name == "script" => Piece::Script(tag, piece),
            Some(tag) => Piece::Start(tag, piece),
        });
        rest = after;
    }
    found
}

/// How long a start tag is; a `>` between quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (place, sign) in text.char_indices() {
        match (quote, sign) {
            (None, '>') => return place + 1,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// A start tag with another value of one attribute.
pub fn with_attribute(tag: &Tag, name: &str, value: &str) -> String {
    with_attributes(tag, &[(name, value)])
}

/// A start tag with other values of attributes that it has.
pub fn with_attributes(tag: &Tag, new: &[(&str, &str)]) -> String {
    let mut text = format!("<{}", tag.name);
    for (own, old) in tag.attributes() {
        // Character references stay as they are.
        let value = new.iter().find(|(name, _)| *name == own);
        let value = value.map_or(old, |(_, value)| value);
        match value.is_empty() {
            true => text.push_str(&format!(" {own}")),
            false => text.push_str(&format!(" {own}=\"{value}\"")),
        }
    }
    text.push('>');
    text
}

/// A script as the content of an element: nothing in it ends the element or
/// begins a comment. Both can stand in literals only, where `\x3c` is the same.
pub fn as_script(code: &str) -> String {
    let mut safe = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once('<') {
        let tail = after.get(..7).unwrap_or(after).to_ascii_lowercase();
        let ends = tail.starts_with("/script") || tail.starts_with("script");
        safe.push_str(before);
        safe.push_str(match ends || tail.starts_with("!--") {
            true => "\\x3c",
            false => "<",
        });
        rest = after;
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_together_are_the_page() {
        let page = "<!doctype html><p title='a>b' hidden>x < y</p><script a=b>if(1<2)\"</p>\"</script>\
            <!-- <i> --><br>é";
        let texts = pieces(page).into_iter().map(|piece| match piece {
            Piece::Rest(text) | Piece::Start(_, text) | Piece::Script(_, text) => text,
        });
        assert_eq!(texts.collect::<String>(), page);
        let scripts = pieces(page);
        let scripts = scripts
            .iter()
            .filter(|one| matches!(one, Piece::Script(..)));
        assert_eq!(scripts.count(), 1);
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        let code = "a='</SCRIPT>'+\"<!--\"+`<script>`;b<c</d/";
        let safe = as_script(code);
        assert!(!safe.to_ascii_lowercase().contains("</script"), "{safe}");
        assert!(
            !safe.contains("<!--") && !safe.contains("<script"),
            "{safe}"
        );
        assert!(safe.ends_with("b<c</d/"), "{safe}");
    }

    #[test]
    fn an_attribute_is_changed_and_the_others_stay() {
        let tags = html::tags("<a class=x href=\"y/\" hidden>");
        let tag = tags.first().expect("there is one");
        assert_eq!(
            with_attribute(tag, "href", "z"),
            "<a class=\"x\" href=\"z\" hidden>"
        );
    }
}

//! HTML as text: tags with attributes, everything escaped.

/// A text as it stands between tags or in quoted attributes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A start tag.
pub fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut tag = format!("<{name}");
    for (name, value) in attributes {
        tag.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }
    tag.push('>');
    tag
}

/// A link.
pub fn anchor(address: &str, words: &str) -> String {
    let start = tag("a", &[("href", address)]);
    format!("{start}{}</a>", escaped(words))
}

/// The items of a list.
pub fn list_items(items: &[&str]) -> String {
    let items = items.iter();
    items
        .map(|item| format!("<li>{}</li>", escaped(item)))
        .collect()
}

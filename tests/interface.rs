//! What the sources of the interface keep to, so that it can be put into other
//! languages and be read from either side.

use std::{fs, path::Path};

/// Where components and their style sheets are.
const FOLDERS: [&str; 2] = ["src/ui", "src/share_dialog"];

/// The files of a kind in the folders and below, with their text.
fn sources(kind: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), kind, &mut found);
    }
    let paths: Vec<_> = found.iter().map(|(path, _)| path).collect();
    assert!(found.len() > 15, "{paths:?}");
    found
}

fn collect(folder: &Path, kind: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            collect(&path, kind, found);
        } else if path.extension().is_some_and(|ending| ending == kind) {
            let text = fs::read_to_string(&path).expect("it can be read");
            found.push((path.display().to_string(), text));
        }
    }
}

/// The string literals of a Rust source, without its comments, each with what
/// stands before it on its line and the one above.
fn literals(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut above = "";
    for line in source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
    {
        let mut rest = line;
        let mut before = above.to_owned();
        while let Some((head, tail)) = rest.split_once('"') {
            before.push_str(head);
            let mut end = 0;
            let bytes = tail.as_bytes();
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            let end = end.min(tail.len());
            found.push((before.clone(), tail[..end].to_owned()));
            before.push_str(&format!("\"{}\"", &tail[..end]));
            rest = tail.get(end + 1..).unwrap_or_default();
        }
        above = line.trim();
    }
    found
}

/// Whether a literal is words for readers: where it goes says so, or that it is
/// a sentence.
fn is_words((before, literal): &(String, String)) -> bool {
    // What stands in braces is put in there.
    let mut depth = 0_u32;
    let plain: String = literal
        .chars()
        .filter(|sign| {
            match sign {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    let has_letters = plain.chars().any(char::is_alphabetic);
    let before = before.trim_end().trim_end_matches("&format!(").trim_end();
    let shown = [
        ".text(",
        "\"aria-label\",",
        "\"title\",",
        "\"alt\",",
        "\"placeholder\",",
    ];
    let is_shown = shown.iter().any(|end| before.ends_with(end));
    // Failures of the start go to the console.
    let is_technical = before.ends_with("report_failure(");
    let words: Vec<&str> = plain.split(' ').collect();
    let is_sentence = words.len() > 2 && plain.starts_with(char::is_uppercase);
    has_letters && !is_technical && (is_shown || is_sentence)
}

#[test]
fn components_hold_no_words_of_their_own() {
    let mut strays = Vec::new();
    for (path, text) in sources("rs") {
        let found = literals(&text).into_iter().filter(is_words);
        strays.extend(found.map(|(_, literal)| format!("{path}: {literal}")));
    }
    assert!(
        strays.is_empty(),
        "They belong in src/messages: {strays:#?}"
    );
}

/// What of a declaration knows left and right or up and down.
fn is_physical(property: &str, value: &str) -> bool {
    let parts: Vec<&str> = property.split('-').collect();
    let sided = |part: &&str| matches!(*part, "left" | "right" | "top" | "bottom");
    let measured = matches!(parts.last(), Some(&"width" | &"height")) && parts.len() < 3;
    let measured = measured && !matches!(parts[0], "border" | "outline" | "line" | "scrollbar");
    let values: Vec<&str> = value.split_whitespace().collect();
    let four = match (parts[0], &values[..]) {
        ("margin" | "padding" | "inset" | "border", [_, right, _, left]) if parts.len() == 1 => {
            right != left
        }
        _ => false,
    };
    let corners = property == "border-radius" && values.len() > 1;
    let aligned = matches!(property, "text-align" | "float" | "clear");
    (!property.starts_with("--") && parts.iter().any(sided))
        || measured
        || four
        || corners
        || (aligned && values.iter().any(sided))
}

/// The declarations of a style sheet.
fn declarations(sheet: &str) -> Vec<(String, String)> {
    let mut text = String::new();
    for (place, part) in sheet.split("/*").enumerate() {
        let kept = if place == 0 {
            Some(part)
        } else {
            part.split_once("*/").map(|(_, it)| it)
        };
        text.push_str(kept.unwrap_or_default());
    }
    let pieces = text.split([';', '{', '}']).map(str::trim);
    let named = pieces
        .filter(|piece| !piece.starts_with('@'))
        .filter_map(|it| it.split_once(": "));
    named
        .map(|(property, value)| (property.to_owned(), value.trim().to_owned()))
        .collect()
}

#[test]
fn style_sheets_know_no_left_and_right() {
    let mut strays = Vec::new();
    for (path, sheet) in sources("css") {
        let found = declarations(&sheet).into_iter();
        let found = found.filter(|(property, value)| is_physical(property, value));
        strays.extend(found.map(|(property, value)| format!("{path}: {property}: {value}")));
    }
    assert!(strays.is_empty(), "{strays:#?}");
}

#[test]
fn what_knows_left_and_right_and_what_are_words_is_recognised() {
    for (property, value) in [
        ("margin-left", "1rem"),
        ("left", "0"),
        ("width", "2rem"),
        ("max-height", "2rem"),
        ("text-align", "right"),
        ("padding", "0 1rem 0 2rem"),
        ("border-radius", "1px 2px"),
        ("border-top-left-radius", "1px"),
    ] {
        assert!(is_physical(property, value), "{property}: {value}");
    }
    for (property, value) in [
        ("margin-inline-start", "1rem"),
        ("inline-size", "2rem"),
        ("border-width", "2px"),
        ("line-height", "2"),
        ("padding", "0 1rem 2rem 1rem"),
        ("text-align", "start"),
    ] {
        assert!(!is_physical(property, value), "{property}: {value}");
    }
    let words = |source: &str| literals(source).iter().filter(|it| is_words(it)).count();
    assert_eq!(words(r#"node("p").text("Nothing here")"#), 1);
    assert_eq!(words(r#"node("p").attr("aria-label", "Nothing")"#), 1);
    assert_eq!(words(r#"let told = "This is a sentence.";"#), 1);
    assert_eq!(
        words(r#"node("p").text(" · ").text(&format!(" ({mark}) "))"#),
        0
    );
    assert_eq!(
        words(r#"classed("div", "facets facets--open").attr("id", "a")"#),
        0
    );
    assert_eq!(
        declarations("/* a: b; */ p { color: red; } @media (min-width: 1rem) { q { left: 0 } }")
            .len(),
        2
    );
}

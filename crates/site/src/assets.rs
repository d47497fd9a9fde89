//! The parts of the site that a browser fetches after the first load, or only
//! when a reader asks for them. Trunk gives their files plain names; here each gets its content into
//! its name, as those of the first load have, so that a cache never mixes two
//! versions.

use crate::{
    Outcome, Problem,
    html::{self, Tag},
    names,
};
use std::{collections::BTreeMap, fs, path::Path};

const PAGE: &str = "index.html";

/// The attributes of the boot script that name such files, from its own folder.
const NAMED_BY: [&str; 4] = [
    LATE,
    "data-studio-js",
    "data-studio-wasm",
    "data-studio-css",
];

/// The one that names the late part of the wasm.
const LATE: &str = "data-late";

/// The files of the dialog for sharing that a tag names, in the order of the page.
pub fn named<'page>(tag: &Tag<'page>) -> Vec<&'page str> {
    let is_named = |key: &&str| NAMED_BY.contains(key) && *key != LATE;
    let named = tag.attributes().filter(|(key, _)| is_named(key));
    named.map(|(_, name)| name).collect()
}

/// The late part of the wasm that a tag names.
pub fn late<'page>(tag: &Tag<'page>) -> Option<&'page str> {
    tag.attribute(LATE)
}

/// Shortens the style sheets of a site that Trunk has made, gives all files the
/// names that last, and writes those into the page. Those of the first load have
/// such names already, but of what they were before they were made smaller.
///
/// # Errors
/// Where a file that the page names is missing, or one cannot be written.
pub fn finish(dist: &Path) -> Outcome {
    let path = dist.join(PAGE);
    let page =
        fs::read_to_string(&path).map_err(|error| Problem::with_file(&path, "read", &error))?;
    let mut finished = String::new();
    let mut rest = page.as_str();
    let mut renamed: BTreeMap<&str, String> = BTreeMap::new();
    let tags = html::tags(&page);
    for (key, address) in tags.iter().flat_map(Tag::attributes) {
        if !NAMED_BY.contains(&key) && !names::has_digits(address) {
            continue;
        }
        let name = address.strip_prefix("./").unwrap_or(address);
        let lasting = match renamed.get(name) {
            Some(lasting) => lasting.clone(),
            None => rename(dist, name)?,
        };
        // A name is a piece of the page, so what lies before it is known.
        let (before, after) = rest.split_at(name.as_ptr().addr() - rest.as_ptr().addr());
        finished.push_str(before);
        finished.push_str(&lasting);
        rest = &after[name.len()..];
        renamed.insert(name, lasting);
    }
    finished.push_str(rest);
    fs::write(&path, finished).map_err(|error| Problem::with_file(&path, "written", &error))
}

fn rename(dist: &Path, name: &str) -> Outcome<String> {
    let old = dist.join(name);
    let mut bytes = fs::read(&old).map_err(|error| Problem::with_file(&old, "read", &error))?;
    // Trunk shortens the one that it knows of.
    if name.ends_with(".css") && !names::has_digits(name) {
        let text = String::from_utf8_lossy(&bytes);
        let short = minifier::css::minify(&text)
            .map_err(|why| Problem::new(format!("{name} cannot be shortened: {why}.")))?;
        bytes = short.to_string().into_bytes();
    }
    let lasting = names::lasting(name, &bytes);
    let new = dist.join(&lasting);
    if new != old {
        fs::write(&new, bytes).map_err(|error| Problem::with_file(&new, "written", &error))?;
        fs::remove_file(&old).map_err(|error| Problem::with_file(&old, "removed", &error))?;
    }
    Ok(lasting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    fn finished(css: &str) -> (Folder, Vec<String>) {
        let folder = Folder::new();
        folder.write(
            PAGE,
            "<script src=\"./boot.js\" data-studio-js=studio.js \
             data-studio-wasm=\"studio_bg.wasm\" data-studio-css=studio.css></script>",
        );
        folder.write("studio.js", "1");
        folder.write("studio_bg.wasm", "2");
        folder.write("studio.css", css);
        finish(folder.path()).expect("all is there");
        let page = fs::read_to_string(folder.path().join(PAGE)).expect("it was written");
        let tags = html::tags(&page);
        let names = tags.iter().flat_map(named).map(str::to_owned).collect();
        (folder, names)
    }

    #[test]
    fn the_name_of_each_file_follows_its_content() {
        let (folder, names) = finished("a { b: c }");
        let (_, same) = finished("a { b: c }");
        let (_, other) = finished("a { b: d }");
        assert_eq!(names.len(), 3);
        assert_eq!(names, same);
        assert_eq!(names[..2], other[..2]);
        assert_ne!(names[2], other[2]);
        for name in &names {
            assert!(folder.path().join(name).is_file(), "{name}");
        }
        assert!(!folder.path().join("studio.js").exists());
    }

    #[test]
    fn the_files_of_the_first_load_are_named_after_what_they_have_become() {
        let folder = Folder::new();
        let old = "app-0123456789abcdef";
        folder.write(
            PAGE,
            &format!(
                "<script data-js=./{old}.js data-wasm=./{old}_bg.wasm></script>\
                 <link rel=modulepreload href=./{old}.js>"
            ),
        );
        folder.write(&format!("{old}.js"), "1");
        folder.write(&format!("{old}_bg.wasm"), "2");
        finish(folder.path()).expect("all is there");
        let page = fs::read_to_string(folder.path().join(PAGE)).expect("it was written");
        let (js, wasm) = (
            names::lasting("app.js", b"1"),
            names::lasting("app_bg.wasm", b"2"),
        );
        let expected = format!(
            "<script data-js=./{js} data-wasm=./{wasm}></script><link rel=modulepreload href=./{js}>"
        );
        assert_eq!(page, expected);
        assert!(folder.path().join(&js).is_file() && folder.path().join(&wasm).is_file());
    }

    #[test]
    fn a_file_that_is_missing_is_a_problem() {
        let folder = Folder::new();
        folder.write(PAGE, "<script data-studio-js=\"studio.js\"></script>");
        let said = finish(folder.path()).expect_err("nothing is there");
        assert!(said.to_string().contains("studio.js"));
    }
}

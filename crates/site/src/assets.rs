//! The files of the app: made as small as they get, and named after their
//! content. Trunk gives those of the first load such a name too, but after what
//! they were before; the others have plain names.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result, anyhow};
use fs_err as fs;

use crate::{
    fingerprint::{has_digits, lasting},
    html::Element,
    template::Template,
};

/// The attributes of the boot script that name files to be fetched later.
const NAMED_BY: [&str; 6] = [
    PARTS,
    LATER_STYLE,
    ON_DEMAND_STYLE,
    "data-share-dialog-js",
    "data-share-dialog-wasm",
    "data-share-dialog-css",
];

/// The one that names the later parts of the wasm, in their order.
const PARTS: &str = "data-parts";

/// The part that is fetched right after the first load.
const DEFERRED: &str = "deferred";

/// The attribute that names the style sheet of what that part shows.
const LATER_STYLE: &str = "data-later-css";

/// What an opened recommendation has besides.
const BACKGROUND: &str = "background";

/// What the views and files share that are fetched on demand.
const SHARED: &str = "shared";

/// The attribute that names the style sheet of what the parts on demand show.
const ON_DEMAND_STYLE: &str = "data-on-demand-css";

/// The files of the dialog for sharing that an element names.
pub fn share_dialog(element: &Element) -> impl Iterator<Item = &str> {
    let named = element.attributes();
    named.filter_map(|(key, name)| key.starts_with("data-share-dialog").then_some(name))
}

/// The deferred part of the wasm that an element names, and its style sheet.
pub fn deferred(element: &Element) -> impl Iterator<Item = &str> {
    part(element, DEFERRED).chain(element.attribute(LATER_STYLE))
}

/// What is fetched when a recommendation is opened, as an element names it.
pub fn background(element: &Element) -> impl Iterator<Item = &str> {
    part(element, BACKGROUND)
}

/// What comes with the first view or file that is fetched on demand, as an element names
/// it: what these parts share, and their style sheet.
pub fn shared(element: &Element) -> impl Iterator<Item = &str> {
    part(element, SHARED).chain(element.attribute(ON_DEMAND_STYLE))
}

/// The parts of the wasm that are fetched on demand: their names, and their files as an
/// element names them.
pub fn on_demand(element: &Element) -> impl Iterator<Item = (&str, &str)> {
    parts(element).filter(|(name, _)| ![DEFERRED, SHARED].contains(name))
}

fn part<'page>(element: &'page Element, wanted: &'static str) -> impl Iterator<Item = &'page str> {
    let parts = parts(element).filter(move |(name, _)| *name == wanted);
    parts.map(|(_, file)| file)
}

/// The later parts of the wasm that an element names, with their names.
fn parts(element: &Element) -> impl Iterator<Item = (&str, &str)> {
    let files = element.attribute(PARTS).unwrap_or_default();
    files.split_whitespace().filter_map(|file| {
        let (name, _) = file.split_once(['-', '.'])?;
        Some((name, file))
    })
}

/// The style sheet of what the deferred part shows, as an element names it.
pub fn later_style(element: &Element) -> Option<&str> {
    element.attribute(LATER_STYLE)
}

/// The style sheets of the app beside that of the first load.
pub fn later_styles(element: &Element) -> impl Iterator<Item = &str> {
    named_by(element, [LATER_STYLE, ON_DEMAND_STYLE])
}

fn named_by<'page, const N: usize>(
    element: &'page Element,
    keys: [&'static str; N],
) -> impl Iterator<Item = &'page str> + use<'page, N> {
    keys.into_iter().filter_map(|key| element.attribute(key))
}

/// Shortens a script in its place.
///
/// # Errors
/// Where it is not JavaScript, or cannot be read or written.
pub fn minify_script(path: &Path) -> Result<()> {
    let script = fs::read_to_string(path)?;
    let short = minify_js::minify(&script).with_context(|| path.display().to_string())?;
    Ok(fs::write(path, short)?)
}

/// Takes the custom sections out of a module in its place: names, and by which
/// tools it was made. Browsers need none of them.
///
/// # Errors
/// Where it is not a whole module, or cannot be read or written.
pub fn strip_wasm(path: &Path) -> Result<()> {
    Ok(fs::write(path, stripped(path)?)?)
}

/// The module without them.
///
/// # Errors
/// Where it is not a whole module, or cannot be read.
pub fn stripped(path: &Path) -> Result<Vec<u8>> {
    without_custom_sections(&fs::read(path)?)
        .with_context(|| format!("{} is not a whole wasm module", path.display()))
}

/// Gives the files that the template names their lasting names.
///
/// # Errors
/// Where one is missing or cannot be written.
pub fn rename(template: &mut Template, dist: &Path) -> Result<()> {
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for element in &mut template.head {
        let named = element.attributes();
        let named = named.filter(|(key, name)| NAMED_BY.contains(key) || has_digits(name));
        let named: Vec<_> = named
            .map(|(key, address)| (key.to_owned(), address.to_owned()))
            .collect();
        for (key, addresses) in named {
            let mut lasting = Vec::new();
            for address in addresses.split_whitespace() {
                let (start, name) = match address.strip_prefix("./") {
                    Some(name) => ("./", name),
                    None => ("", address),
                };
                let new = match renamed.get(name) {
                    Some(new) => new.clone(),
                    None => rename_file(dist, name)?,
                };
                lasting.push(format!("{start}{new}"));
                renamed.insert(name.to_owned(), new);
            }
            element.set(&key, &lasting.join(" "));
        }
    }
    Ok(())
}

fn rename_file(dist: &Path, name: &str) -> Result<String> {
    let old = dist.join(name);
    let mut bytes = fs::read(&old)?;
    // Trunk shortens the one that it knows of.
    if name.ends_with(".css") && !has_digits(name) {
        let text = String::from_utf8_lossy(&bytes);
        let short = minifier::css::minify(&text)
            .map_err(|why| anyhow!("{name} cannot be shortened: {why}"))?;
        bytes = short.to_string().into_bytes();
    }
    let lasting = lasting(name, &bytes);
    let new = dist.join(&lasting);
    if new != old {
        fs::write(new, bytes)?;
        fs::remove_file(old)?;
    }
    Ok(lasting)
}

/// The number of a custom section.
const CUSTOM: u8 = 0;

/// A module without its custom sections; `None` where it is not whole.
fn without_custom_sections(wasm: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(8)?;
    if !head.starts_with(b"\0asm") {
        return None;
    }
    let mut kept = head.to_vec();
    while let [kind, behind @ ..] = rest {
        let (length, body) = leb128(behind)?;
        let whole = (rest.len() - body.len()).checked_add(length)?;
        let (section, next) = rest.split_at_checked(whole)?;
        if *kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Some(kept)
}

/// The number that the bytes begin with, seven bits to the byte and the lowest
/// first, and what follows it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, bytes.split_at_checked(place + 1)?.1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    fn template(boot: &str) -> Template {
        let body = "<body><p id=failure></p><div id=app></div></body>";
        let page = format!("<html><head>{boot}</head>{body}</html>");
        Template::parse(&page).expect("it has all parts")
    }

    fn finished(css: &str) -> (Folder, Vec<String>) {
        let folder = Folder::new();
        let mut template = template(
            "<script src=\"./boot.js\" data-share-dialog-js=share-dialog.js \
             data-share-dialog-wasm=\"share-dialog_bg.wasm\" data-share-dialog-css=share-dialog.css></script>",
        );
        folder.write("share-dialog.js", "1");
        folder.write("share-dialog_bg.wasm", "2");
        folder.write("share-dialog.css", css);
        rename(&mut template, folder.path()).expect("all is there");
        let names = template.head.iter().flat_map(share_dialog);
        let names = names.map(str::to_owned).collect();
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
        assert!(!folder.path().join("share-dialog.js").exists());
    }

    #[test]
    fn the_files_of_the_first_load_are_named_after_what_they_have_become() {
        let folder = Folder::new();
        let old = "app-0123456789abcdef";
        let mut template = template(&format!(
            "<script data-js=./{old}.js data-wasm=./{old}_bg.wasm></script>\
             <link rel=modulepreload href=./{old}.js>"
        ));
        folder.write(&format!("{old}.js"), "1");
        folder.write(&format!("{old}_bg.wasm"), "2");
        rename(&mut template, folder.path()).expect("all is there");
        let (js, wasm) = (lasting("app.js", b"1"), lasting("app_bg.wasm", b"2"));
        let tags: Vec<_> = template.head.iter().map(Element::start_tag).collect();
        assert_eq!(
            tags,
            [
                format!("<script data-js=\"./{js}\" data-wasm=\"./{wasm}\">"),
                format!("<link rel=\"modulepreload\" href=\"./{js}\">")
            ]
        );
        assert!(folder.path().join(&js).is_file() && folder.path().join(&wasm).is_file());
    }

    #[test]
    fn a_file_that_is_missing_is_a_problem() {
        let folder = Folder::new();
        let mut template = template("<script data-share-dialog-js=\"share-dialog.js\"></script>");
        let said = rename(&mut template, folder.path()).expect_err("nothing is there");
        assert!(format!("{said:#}").contains("share-dialog.js"));
    }

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn custom_sections_are_taken_out_and_the_others_stay_as_they_are() {
        let long = [&[10, 0xc8, 0x01][..], &[7; 200]].concat();
        let custom = [0, 3, 1, b'n', 9];
        let module = [HEAD, &custom, &[1, 2, 5, 6], &long, &custom].concat();
        let kept = [HEAD, &[1, 2, 5, 6], &long].concat();
        assert_eq!(without_custom_sections(&module), Some(kept.clone()));
        assert_eq!(without_custom_sections(&kept), Some(kept));
        assert_eq!(without_custom_sections(HEAD), Some(HEAD.to_vec()));
    }

    #[test]
    fn what_is_not_a_whole_module_stays_away_from_the_site() {
        let section = [HEAD, &[1, 2, 5, 6]].concat();
        for length in [0, 7, 9, 10, 11] {
            assert_eq!(
                without_custom_sections(&section[..length]),
                None,
                "{length}"
            );
        }
        assert_eq!(without_custom_sections(b"<!doctype html>"), None);
        let endless = [HEAD, &[1, 0xff, 0xff, 0xff, 0xff, 0xff]].concat();
        assert_eq!(without_custom_sections(&endless), None);
    }
}

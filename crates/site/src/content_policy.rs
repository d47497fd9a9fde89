//! What a strict content security policy forbids, found in what was built.

use std::path::Path;

use anyhow::{Result, bail};
use fs_err as fs;

use crate::{compatible, files, html, single_file};

/// Checks that no script makes code or markup out of text.
///
/// # Errors
/// Names the script and the word where one does.
pub fn check_scripts(dist: &Path) -> Result<()> {
    for path in files::with_extension(dist, "js")? {
        // The one for the page without WebAssembly translates, as docs say.
        if is_named(&path, compatible::SCRIPT) {
            continue;
        }
        if let Some(word) = sink(&fs::read_to_string(&path)?) {
            bail!(
                "{} contains `{word}`, which makes code or markup out of text: \
                 find the Rust that calls for it and set text or nodes instead",
                path.display()
            );
        }
    }
    Ok(())
}

/// Checks that no page needs an inline script or style.
///
/// # Errors
/// Names the page and what stands in it.
pub fn check_pages(dist: &Path) -> Result<()> {
    for path in files::with_extension(dist, "html")? {
        // What is to open from a disk has everything inside.
        if is_named(&path, single_file::NAME) {
            continue;
        }
        if let Some(what) = inline(&fs::read_to_string(&path)?)? {
            bail!(
                "{} has {what}, which a strict content security policy forbids",
                path.display()
            );
        }
    }
    Ok(())
}

/// Whether the name of a file begins so.
fn is_named(path: &Path, beginning: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(beginning)
}

/// The first place of a script where text would become code or markup.
fn sink(script: &str) -> Option<&'static str> {
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "createContextualFragment",
        "setHTMLUnsafe",
        "DOMParser",
        "srcdoc",
        "document.write",
        "new Function(",
        "eval(",
    ];
    // `retrieval(` is a name of its own.
    let starts_name = |before: &str| {
        !before.ends_with(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '$'))
    };
    words.into_iter().find(|word| {
        script
            .match_indices(word)
            .any(|(position, _)| starts_name(&script[..position]))
    })
}

/// The types of scripts that are data: what a page is about, messages.
const DATA_BLOCKS: [&str; 2] = ["application/ld+json", "application/json"];

/// What of a page a policy without `'unsafe-inline'` would not let run.
fn inline(page: &str) -> Result<Option<String>> {
    let elements = html::elements(page)?;
    Ok(elements.iter().find_map(|element| {
        // What is not JavaScript is data and does not run.
        let runs = element.name == "script"
            && element.attribute("src").is_none()
            && !DATA_BLOCKS.map(Some).contains(&element.attribute("type"));
        if element.name == "style" || runs {
            return Some(format!("an inline <{}>", element.name));
        }
        element
            .attributes()
            .find(|(name, _)| *name == "style" || name.starts_with("on"))
            .map(|(name, _)| format!("the attribute {name} on <{}>", element.name))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_makes_code_or_markup_of_text_is_found() {
        assert_eq!(sink("a.innerHTML = b"), Some("innerHTML"));
        assert_eq!(sink("x=new Function(a)"), Some("new Function("));
        assert_eq!(sink("window.eval(a)"), Some("eval("));
        assert_eq!(sink("retrieval(a); my_eval(b); a.textContent = b"), None);
    }

    #[test]
    fn what_a_strict_policy_forbids_in_a_page_is_found() {
        let found = |page: &str| inline(page).expect("it is HTML");
        for good in [
            "<script defer src=a.js></script><p class=on>one</p>",
            "<script type=\"application/ld+json\">{\"a\":\"<style>\"}</script>",
        ] {
            assert_eq!(found(good), None, "{good}");
        }
        for bad in [
            "<script>a()</script>",
            "<script type=module>a()</script>",
            "<style>a{}</style>",
            "<p style='a:b'>",
            "<p onclick=a()>",
        ] {
            assert!(found(bad).is_some(), "{bad}");
        }
    }
}

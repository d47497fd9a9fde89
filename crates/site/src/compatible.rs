//! `compatible.html`: the page for browsers in which WebAssembly is switched
//! off. A script before all others stands in for it; everything else is the
//! same.

use std::path::Path;

use explorer::messages::scripts;
use xtask::{Outcome, compatible::Parts};

use super::markup::{Piece, pieces, with_attribute, with_attributes};
use crate::shell::is_boot;

/// The name of the page.
pub use xtask::compatible::PAGE;

/// Makes it of the home page; `None` where the build has no stand-in.
///
/// # Errors
/// Where the built site cannot be read.
pub fn make(home: &str, dist: &Path) -> Outcome<Option<String>> {
    let Some(parts) = Parts::of(dist)? else {
        return Ok(None);
    };
    let mut page = String::new();
    for piece in pieces(home) {
        match piece {
            // The view state is that of the home page, for search engines too.
            Piece::Start(tag, text) if tag.name == "title" => {
                page.push_str("<meta name=\"robots\" content=\"noindex\">\n");
                page.push_str(text);
            }
            Piece::Start(tag, text) if tag.name == "link" => {
                page.push_str(&match (tag.attribute("rel"), tag.attribute("type")) {
                    (Some("modulepreload"), _) => with_attribute(&tag, "href", &parts.glue),
                    (_, Some("application/wasm")) => with_attribute(&tag, "href", &parts.wasm),
                    _ => text.to_owned(),
                });
            }
            Piece::Script(tag, _) if is_boot(&tag) => {
                page.push_str(&format!("<script src=\"{}\"></script>\n", parts.script));
                // No way on from here to here.
                let own = [("data-js", &*parts.glue), ("data-wasm", &parts.wasm)];
                let own = own.into_iter().chain([("data-compatible", "")]);
                page.push_str(&with_attributes(&tag, &own.collect::<Vec<_>>()));
                page.push_str("</script>");
            }
            Piece::Rest(text) | Piece::Start(_, text) | Piece::Script(_, text) => {
                page.push_str(text);
            }
        }
    }
    Ok(Some(scripts::compatible(&page)))
}

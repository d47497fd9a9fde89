//! Saving what is shown as a file, in the formats of other programs.

use super::Explorer;
use super::kit::{Node, button, classed, node};
use super::scene::Status;
use crate::browser::file;
use crate::cite::{Export, Format};
use crate::query::Named;
use crate::words;

/// The id of the formats.
const ID: &str = "export";

/// The button that shows the formats.
pub fn export_button(explorer: Explorer) -> Node {
    let open = move || explorer.scene.with(|scene| scene.exporting);
    button("button", move || {
        explorer.scene.update(|scene| scene.exporting ^= true);
    })
    .attr("aria-controls", ID)
    .state("aria-expanded", open)
    .text(words::EXPORT)
}

/// The formats. They are always in the page, so that scripts find them.
pub fn formats(explorer: Explorer) -> Node {
    let closed = move || explorer.scene.with(|scene| !scene.exporting);
    let formats = Format::ALL.iter().map(|(name, format)| {
        button("action", move || export(explorer, *format))
            .attr("data-part", "export")
            .attr("data-format", name)
            .text(words::format(*format))
    });
    classed("div", "export")
        .attr("id", ID)
        .live_prop("hidden", closed)
        .child(node("p").text(words::EXPORT_AS))
        .children(formats)
}

#[inline(never)]
fn export(explorer: Explorer, format: Format) {
    let numbers = explorer.shown();
    if numbers.is_empty() {
        return explorer.say(words::NOTHING_TO_EXPORT);
    }
    let export = Export {
        agenda: explorer.agenda,
        numbers: &numbers,
        link: &|number| explorer.public_page(number),
    };
    let made = export.file(format);
    match file::download(&made.name, made.mime, &made.content) {
        Ok(()) => explorer.say(&words::exported(&made.name, numbers.len())),
        Err(_) => explorer.tell(Status {
            sentence: words::EXPORT_BY_HAND.to_owned(),
            undo: None,
            by_hand: Some(made.content),
        }),
    }
}

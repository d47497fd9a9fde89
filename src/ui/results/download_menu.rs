//! Saving what is shown as a file, in the formats of other programs.

use crate::browser::download;
use crate::export::{Export, Format};
use crate::messages::{ExportMessages, messages};
use crate::state::Named;
use crate::store::transient::Toast;
use crate::store::{Part, Store};
use crate::ui::dom::{Node, button, node, show};
use crate::ui::later::later;
use crate::ui::results::download_options::{left_out, options};
use crate::ui::results::exported::Taken;

/// The id of the formats.
const ID: &str = "export";

/// The button that shows the formats.
pub fn export_button(store: Store) -> Node {
    let open = move || store.transient.with(|transient| transient.exporting);
    button("button", move || {
        store
            .transient
            .update(|transient| transient.exporting ^= true);
    })
    .attr("aria-controls", ID)
    .state("aria-expanded", open)
    .text(messages().download())
}

/// The formats. They are always in the page, so that scripts find them.
pub fn formats(store: Store) -> Node {
    let is_open = move || store.transient.with(|transient| transient.exporting);
    let formats = Format::ALL.iter().map(|(name, format)| {
        button("action", move || export(store, *format))
            .attr("data-part", "export")
            .attr("data-format", name)
            .text(format.label())
    });
    // What else there is comes with the part that writes the files.
    let more = move || {
        let view = later(store, Part::Files, Box::new(move || options(store)));
        node("div").view(view)
    };
    node("div")
        .class("export")
        .attr("id", ID)
        .live_prop("hidden", move || !is_open())
        .child(node("p").text(&messages().download_as(store.agenda)))
        .children(formats)
        .view(show(is_open, more))
}

/// Takes what is shown as a document, for the page of the lists.
pub fn export_document(store: Store) {
    export(store, Format::Docx);
}

#[inline(never)]
fn export(store: Store, format: Format) {
    let numbers = store.shown_numbers();
    if numbers.is_empty() {
        return store.notify(&messages().nothing_to_download(store.agenda));
    }
    let taken = Taken::now(store);
    let export = Export {
        without: &left_out(store),
        ..taken.export(store, &numbers)
    };
    let made = export.file(format);
    match download::download(&made.name, made.mime, &made.content) {
        Ok(()) => store.notify(&messages().downloaded(store.agenda, &made.name, numbers.len())),
        Err(_) => {
            // What is no text cannot be copied.
            let text = String::from_utf8(made.content);
            let text = text.or_else(|_| String::from_utf8(export.file(Format::Text).content));
            store.show_toast(Toast {
                sentence: messages().copy_instead().to_owned(),
                manual_copy: text.ok(),
                ..Toast::default()
            });
        }
    }
}

//! Saving what is shown as a file, in the formats of other programs.

use crate::browser::{download, page};
use crate::embedded;
use crate::export::{Export, Format};
use crate::messages::{ExportMessages, messages};
use crate::state::saved::Item;
use crate::state::{Named, Page};
use crate::store::transient::Toast;
use crate::store::{Part, Store};
use crate::ui::dom::{Node, button, node};

/// The id of the formats.
const ID: &str = "export";

/// The button that shows the formats.
pub fn export_button(store: Store) -> Node {
    let open = move || store.transient.with(|transient| transient.exporting);
    button("button", move || {
        store
            .transient
            .update(|transient| transient.exporting ^= true);
        store.load_on_demand(Part::Files);
    })
    .attr("aria-controls", ID)
    .state("aria-expanded", open)
    .text(messages().download())
}

/// The formats. They are always in the page, so that scripts find them.
pub fn formats(store: Store) -> Node {
    let closed = move || store.transient.with(|transient| !transient.exporting);
    let formats = Format::ALL.iter().map(|(name, format)| {
        button("action", move || export(store, *format))
            .attr("data-part", "export")
            .attr("data-format", name)
            .text(format.label())
    });
    node("div")
        .class("export")
        .attr("id", ID)
        .live_prop("hidden", closed)
        .child(node("p").text(&messages().download_as(store.agenda)))
        .children(formats)
}

#[inline(never)]
fn export(store: Store, format: Format) {
    let numbers = store.shown_numbers();
    if numbers.is_empty() {
        return store.notify(&messages().nothing_to_download(store.agenda));
    }
    let export = Export {
        agenda: store.agenda,
        details: store.details(),
        numbers: &numbers,
        root: &store.public_root(),
        title: None,
        note: "",
        notes: &notes(store),
        view: &store.public_link(&store.shared_view()),
        date: &today(),
        version: embedded::version(),
        without: &[],
    };
    let made = export.file(format);
    match download::download(&made.name, made.mime, &made.content) {
        Ok(()) => store.notify(&messages().downloaded(store.agenda, &made.name, numbers.len())),
        Err(_) => store.show_toast(Toast {
            sentence: messages().copy_instead().to_owned(),
            manual_copy: String::from_utf8(made.content).ok(),
            ..Toast::default()
        }),
    }
}

/// What the reader notes on what is shown, which is on the page of the saved ones only.
fn notes(store: Store) -> Vec<Item> {
    if store.view_state.with_untracked(|it| it.page != Page::Saved) {
        return Vec::new();
    }
    store.saved.with_untracked(|saved| saved.lists.items())
}

/// The day of the reader's clock in Greenwich, as `YYYY-MM-DD`.
fn today() -> String {
    let now = page::now();
    now.split('T').next().unwrap_or_default().to_owned()
}

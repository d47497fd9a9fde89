//! What else can be done where files are downloaded: choose the columns of tables, cite
//! what is shown, and save it as a list. In the part with the files.

use crate::export::Column;
use crate::messages::{CitationMessages, ExportMessages, SavedMessages, messages};
use crate::state::Page;
use crate::store::{Part, Store};
use crate::ui::dom::{Node, button, node, show};
use crate::ui::results::citation_panel::{Subject, panel};

/// The first two are folded up.
#[inline(never)]
pub fn options(store: Store) -> Node {
    let citation = node("details")
        .attr("data-part", "cite")
        .child(node("summary").live_text(move || {
            let count = store.results.with(|results| results.hits.len());
            messages().cite_shown(store.agenda, count)
        }))
        .child(panel(store, Subject::Shown));
    node("div")
        .child(columns(store))
        .child(citation.class("citation"))
        .view(show(move || can_be_saved(store), move || save_shown(store)))
}

/// Whether what is shown is worth a list: the whole agenda and the list of a link need not
/// be saved as they are shown.
fn can_be_saved(store: Store) -> bool {
    let narrows = store
        .view_state
        .with(|it| it.page == Page::List && it.narrows() && it.list.is_empty());
    narrows && store.results.with(|results| !results.hits.is_empty())
}

fn save_shown(store: Store) -> Node {
    let press = move || store.when_there(Part::Lists, Store::save_shown);
    button("button", press)
        .attr("data-part", "save-shown")
        .live_text(move || {
            let shown = store.results.with(|results| results.matched);
            messages().save_shown(shown)
        })
}

fn columns(store: Store) -> Node {
    let mut group = node("fieldset")
        .class("export__columns")
        .child(node("legend").text(messages().columns_to_keep()));
    for (place, column) in Column::all(store.agenda).into_iter().enumerate() {
        let bit = 1 << place;
        let input = node("input")
            .attr("type", "checkbox")
            .attr("data-part", "column")
            .live_prop("checked", move || {
                store.transient.with(|it| it.left_out & bit == 0)
            })
            .on("change", move |_| {
                store.transient.update(|it| it.left_out ^= bit);
            });
        let label = match column {
            Column::Text => messages().text_column(),
            Column::Facet(facet) => store.agenda.facets.get(facet).map_or("", |it| &it.label),
            Column::Link => messages().link_column(),
            Column::Source => messages().source_columns(),
            Column::Notes => messages().note_columns(),
            Column::Origin => messages().origin_columns(),
        };
        group = group.child(node("label").child(input).text(label));
    }
    let summary = node("summary").text(messages().columns());
    node("details").child(summary).child(group)
}

/// What the reader has chosen to leave out of tables.
pub fn left_out(store: Store) -> Vec<Column> {
    let chosen = store.transient.with_untracked(|it| it.left_out);
    let mut left_out = Vec::new();
    for (place, column) in Column::all(store.agenda).into_iter().enumerate() {
        if chosen & (1 << place) != 0 {
            left_out.push(column);
        }
    }
    left_out
}

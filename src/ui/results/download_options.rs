//! What else can be done where files are downloaded: choose the columns of tables, and
//! cite what is shown. In the part with the files.

use crate::export::Column;
use crate::messages::{CitationMessages, ExportMessages, messages};
use crate::store::Store;
use crate::ui::dom::{Node, node};
use crate::ui::results::citation_panel::{Subject, panel};

/// Both, folded up.
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

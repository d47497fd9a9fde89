//! Linking and citing an opened recommendation, and each paragraph or item of it. In
//! the part that is loaded when one is opened.

use leptos::prelude::AnyView;

use crate::data::Recommendation;
use crate::ids;
use crate::messages::{ActionMessages, Grammar, Names, RecommendationMessages, messages};
use crate::store::signal::Source;
use crate::store::{Part, Store};
use crate::ui::dom::{Node, button, node, show};
use crate::ui::later::later;
use crate::ui::results::actions::copy_text;
use crate::ui::results::citation_panel::{Subject, panel};
use crate::ui::results::copying::copy_link;

/// How an opened recommendation is cited and, folded up, each of its parts.
#[inline(never)]
pub fn citing(store: Store, entry: &'static Recommendation) -> Node {
    let name = messages().recommendation(store.agenda, entry.number);
    let (open, citation) = control(
        store,
        format!("cite-{}", entry.number),
        &messages().cite_part(&name),
        Subject::One(entry),
    );
    let whole = node("div").child(node("p").child(open)).view(citation);
    // One paragraph is the whole.
    if entry.text.len() < 2 {
        return whole;
    }
    let list = node("ul").class("details__list");
    let folded = node("details").child(node("summary").text(messages().parts()));
    whole.child(folded.child(list.children(parts(store, entry))))
}

/// The button that shows how `subject` is cited, and what it shows, which has an id.
fn control(store: Store, id: String, label: &str, subject: Subject) -> (Node, AnyView) {
    let is_open = Source::new(false);
    let (toggled, told) = (is_open.clone(), is_open.clone());
    let open = button("button", move || toggled.update(|it| *it ^= true))
        .attr("data-part", "cite")
        .attr("aria-controls", &id)
        .state("aria-expanded", move || told.get())
        .text(label);
    let citation = show(
        move || is_open.get(),
        move || {
            let view = later(store, Part::Files, Box::new(move || panel(store, subject)));
            node("div").class("citation").attr("id", &id).view(view)
        },
    );
    (open, citation)
}

/// The paragraphs and items of a text, each with what can be done with it.
fn parts(store: Store, entry: &'static Recommendation) -> Vec<Node> {
    let mut rows = Vec::new();
    for (position, block) in entry.text.iter().enumerate() {
        let part = entry.part(position);
        let id = ids::part(entry.number, &part);
        let link = format!("{}#{id}", store.public_page(entry.number));
        let name = messages().part(store.agenda, entry.number, &part);
        let alone = messages().part_alone(&name);
        let quotation = messages().quotation(store.agenda, &alone, &block.text, &link);
        let button = |hook: &str, label: &str, name: &str, text: String, copy: Copy| {
            node("button")
                .class("action")
                .attr("type", "button")
                .on("click", move |_| copy(store, text.clone()))
                .attr("data-part", hook)
                .attr("data-passage", &id)
                .attr("aria-label", name)
                .text(label)
        };
        let (to_link, to_cite) = (messages().copy_link_to(&name), messages().cite_part(&name));
        let (label, hook) = (messages().copy_link(), "copy-passage-link");
        let link = button(hook, label, &to_link, link, copy_link);
        let cite = button(
            "cite-passage",
            messages().cite(),
            &to_cite,
            quotation,
            copy_text,
        );
        let row = node("li")
            .text(&messages().part_label(&part))
            .text(messages().separator())
            .child(link)
            .text(messages().separator())
            .child(cite);
        rows.push(row);
    }
    rows
}

/// What copies a text.
type Copy = fn(Store, String);

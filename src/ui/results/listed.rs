//! Lists in the details of a recommendation.

use crate::store::Store;
use crate::ui::dom::{Node, node};

/// Quoted words with where they are from, in a list.
#[inline(never)]
pub fn quoted(store: Store, link: Option<Node>, words: &str, source: &str) -> Node {
    let quote = node("blockquote")
        .class("details__quote")
        .attr("lang", &store.agenda.site.language)
        .text(words);
    node("li")
        .child_if(link)
        .child(quote)
        .child(node("p").class("details__source").text(source))
}

/// Adds a heading with a list under it, where there is anything to list.
pub fn section(whole: Node, rank: &'static str, heading: &str, items: Vec<Node>) -> Node {
    if items.is_empty() {
        return whole;
    }
    let list = node("ul").class("details__list").children(items);
    whole
        .child(node(rank).class("details__heading").text(heading))
        .child(list)
}

//! The other documents that speak to the recommendations, word for word.

use crate::data::{Paragraph, RelatedDocument};
use crate::ids;
use crate::messages;
use crate::store::Store;
use crate::ui::dom::{Node, node};
use crate::ui::link::question_link;

#[inline(never)]
pub fn documents(store: Store) -> Node {
    let documents = store.details().documents.iter();
    node("div")
        .class("page")
        .attr("id", ids::RESULTS)
        .attr("tabindex", "-1")
        .children(documents.map(|document| whole(store, document)))
}

fn whole(store: Store, document: &'static RelatedDocument) -> Node {
    let quoted = |text: &String| node("p").attr("lang", "en").text(text);
    let intro = document.intro.iter().map(quoted);
    let paragraphs = document.paragraphs.iter();
    node("article")
        .attr("id", &document.id)
        .child(node("h2").text(&document.title))
        .child(
            node("p")
                .class("page__note")
                .text(&messages::document_note(document)),
        )
        .children(intro)
        .children(paragraphs.map(|passage| numbered(store, passage)))
}

fn numbered(store: Store, passage: &'static Paragraph) -> Node {
    let links = passage.recommendations.iter().map(|link| {
        let number = link.number;
        let target = question_link(store, move || store.question_on(number));
        node("li")
            .child(target.text(&messages::recommendation(number)))
            .text(": ")
            .text(&link.reason)
    });
    let links: Vec<Node> = links.collect();
    let intro =
        (!links.is_empty()).then(|| node("p").class("page__note").text(messages::SPEAKS_TO));
    let text = node("p")
        .attr("lang", "en")
        .text(&format!("{}. ", passage.number))
        .text(&passage.text);
    node("section")
        .class("passage")
        .attr("id", &format!("paragraph-{}", passage.number))
        .child(text)
        .child_if(intro)
        .child(node("ul").class("page__note").children(links))
}

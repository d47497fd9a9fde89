//! The other documents that speak to the recommendations, word for word.

use super::Explorer;
use super::count;
use super::kit::{Node, classed, node};
use super::link::question_link;
use crate::agenda::{Document, Passage};
use crate::words;

#[inline(never)]
pub fn documents(explorer: Explorer) -> Node {
    let documents = explorer.whole().documents.iter();
    classed("div", "page")
        .attr("id", count::ID)
        .attr("tabindex", "-1")
        .children(documents.map(|document| whole(explorer, document)))
}

fn whole(explorer: Explorer, document: &'static Document) -> Node {
    let quoted = |text: &String| node("p").attr("lang", "en").text(text);
    let intro = document.intro.iter().map(quoted);
    let paragraphs = document.paragraphs.iter();
    node("article")
        .attr("id", &document.id)
        .child(node("h2").text(&document.title))
        .child(classed("p", "page__note").text(&words::document_note(document)))
        .children(intro)
        .children(paragraphs.map(|passage| numbered(explorer, passage)))
}

fn numbered(explorer: Explorer, passage: &'static Passage) -> Node {
    let links = passage.recommendations.iter().map(|link| {
        let number = link.number;
        let target = question_link(explorer, move || explorer.question_on(number));
        node("li")
            .child(target.text(&words::recommendation(number)))
            .text(": ")
            .text(&link.reason)
    });
    let links: Vec<Node> = links.collect();
    let intro = (!links.is_empty()).then(|| classed("p", "page__note").text(words::SPEAKS_TO));
    let text = node("p")
        .attr("lang", "en")
        .text(&format!("{}. ", passage.number))
        .text(&passage.text);
    classed("section", "passage")
        .attr("id", &format!("paragraph-{}", passage.number))
        .child(text)
        .maybe(intro)
        .child(classed("ul", "page__note").children(links))
}

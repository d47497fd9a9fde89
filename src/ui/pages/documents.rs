//! The other documents that speak to the recommendations, word for word, and the
//! projects that carry them out.

use crate::data::{Paragraph, RelatedDocument};
use crate::messages::{AboutMessages, BackgroundMessages, Grammar, messages};
use crate::store::Store;
use crate::ui::dom::{Node, node};
use crate::ui::link::recommendation_link;
use crate::ui::results::background::project;

#[inline(never)]
pub fn documents(store: Store) -> Node {
    let documents = store.details().documents.iter();
    let page = node("div").children(documents.map(|document| whole(store, document)));
    page.child_if(projects(store))
}

/// All projects, each with its recommendations.
fn projects(store: Store) -> Option<Node> {
    let projects = &store.background().projects;
    let items = projects.iter().map(|it| {
        let title = node("h3").class("project__title").text(&it.title);
        project(store, it, title, None)
    });
    let head = node("div")
        .child(node("h2").text(messages().projects_heading()))
        .child(
            node("p")
                .class("page__note")
                .text(&messages().projects_intro(store.agenda)),
        );
    let section = node("section")
        .class("chapter")
        .attr("id", "projects")
        .child(head)
        .child(node("ul").class("projects chapter__text").children(items));
    (!projects.is_empty()).then_some(section)
}

fn whole(store: Store, document: &'static RelatedDocument) -> Node {
    let language = &store.agenda.site.language;
    let quoted = |text: &String| node("p").attr("lang", language).text(text);
    let intro = document.intro.iter().map(quoted);
    let paragraphs = document.paragraphs.iter();
    let note = messages().document_note(document);
    let head = node("div")
        .child(node("h2").text(&document.title))
        .child(node("p").class("page__note").text(&note));
    let text = node("div")
        .class("chapter__text")
        .children(intro)
        .children(paragraphs.map(|passage| numbered(store, passage)));
    node("article")
        .class("chapter")
        .attr("id", &document.id)
        .child(head)
        .child(text)
}

fn numbered(store: Store, passage: &'static Paragraph) -> Node {
    let links = passage.recommendations.iter().map(|link| {
        node("li")
            .child(recommendation_link(store, link.number))
            .text(&messages().explanation(&link.reason))
    });
    let links: Vec<Node> = links.collect();
    let intro = (!links.is_empty()).then(|| {
        let related = messages().related(store.agenda);
        node("p").class("page__note").text(&related)
    });
    let text = node("p")
        .attr("lang", &store.agenda.site.language)
        .text(&messages().paragraph_number(passage.number))
        .text(&passage.text);
    let related = node("div")
        .child_if(intro)
        .child(node("ul").class("page__note").children(links));
    node("section")
        .class("passage told")
        .attr("id", &format!("paragraph-{}", passage.number))
        .child(text)
        .child(related)
}

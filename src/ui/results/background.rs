//! What is known of recommendations beside their texts: the projects that carry them
//! out and how they stand in lists, each with its sources. All of it is in the part
//! that is loaded on demand.

use crate::data::{Event, FactSource, Project, StatusList};
use crate::messages::{BackgroundMessages, Grammar, Names, messages};
use crate::store::Store;
use crate::ui::dom::{Node, anchor, node, unseen};
use crate::ui::link::question_link;

/// What is known of one recommendation; `rank` is that of the headings.
#[inline(never)]
pub fn background(store: Store, number: u16, rank: &'static str) -> Node {
    let background = store.background();
    let lists = background.status_lists.iter();
    let mut all = node("div");
    for list in lists {
        all = all.children(status(store, list, number, rank));
    }
    if background.projects.is_empty() {
        return all;
    }
    let named = background.projects.iter();
    let named = named.filter(|project| project.names(number).contains(&true));
    let items = named.map(|project| {
        let title = node("p").child(node("strong").text(&project.title));
        self::project(store, project, title, Some(number))
    });
    let items: Vec<Node> = items.collect();
    let heading = node(rank).class("details__heading");
    let all = all.child(heading.text(messages().projects_heading()));
    if items.is_empty() {
        let none = messages().no_project(store.agenda);
        return all.child(node("p").text(&none));
    }
    all.child(node("ul").class("details__list").children(items))
}

/// How a recommendation stands in a list, if that is said.
fn status(
    store: Store,
    list: &'static StatusList,
    number: u16,
    rank: &'static str,
) -> Option<Node> {
    let (value, entry) = list.of(number)?;
    let line = node("p")
        .attr("data-part", &list.id)
        .attr("data-value", &value.id)
        .child(node("strong").text(&value.label))
        .text(&messages().explanation(&entry.basis.text));
    let mut all = node("div")
        .child(node(rank).class("details__heading").text(&list.name))
        .child(line)
        .child(sources(store, &entry.basis.sources));
    if let Some(caveat) = &list.caveat {
        let said = node("p").class("details__note").text(&caveat.text);
        all = all.child(said).child(sources(store, &caveat.sources));
    }
    Some(all)
}

/// A project below its title: which recommendations it names, where that is known
/// from, and how it stood; and who names the one that it stands `at`.
pub fn project(store: Store, project: &'static Project, title: Node, at: Option<u16>) -> Node {
    let by = at.map(|number| messages().named_by(store.agenda, project, number));
    let by = by.map(|by| node("p").class("details__note").text(&by));
    let mut item = node("li")
        .attr("data-part", "project")
        .attr("data-id", &project.id);
    let mut title = title;
    if let Some(code) = &project.code {
        item = item.attr("data-code", code);
        title = title.text(" ").child(node("code").text(code));
    }
    let mut facts = node("dl").class("project__facts");
    for (term, numbers) in [
        (messages().code_says(), &project.code_says),
        (messages().document_says(), &project.document_says),
    ] {
        if !numbers.is_empty() {
            facts = facts
                .child(node("dt").text(term))
                .child(links(store, numbers));
        }
    }
    if !project.seen.is_empty() {
        facts = facts
            .child(node("dt").text(messages().seen()))
            .children(project.seen.iter().map(seen));
    }
    let note = project.note.as_deref();
    item.child(title)
        .child_if(by)
        .child(facts)
        .child_if(note.map(|note| node("p").class("details__note").text(note)))
        .child(sources(store, &project.sources))
}

/// Links to recommendations.
fn links(store: Store, numbers: &'static [u16]) -> Node {
    let (before, after) = messages().around_number(store.agenda);
    let mut all = node("dd");
    for (place, number) in numbers.iter().copied().enumerate() {
        if place > 0 {
            all = all.text(messages().separator());
        }
        let mut link = question_link(store, move || store.question_on(number))
            .child(unseen(&before))
            .text(&number.to_string());
        if !after.is_empty() {
            link = link.child(unseen(after));
        }
        all = all.child(link);
    }
    all
}

/// How a project stood, and when.
fn seen(event: &'static Event) -> Node {
    let mut all = period(node("dd"), event).text(&messages().explanation(&event.what.text));
    for source in &event.what.sources {
        all = all.text(" ").child(named(source));
    }
    all
}

/// Adds when something happened.
pub fn period(to: Node, event: &Event) -> Node {
    let (first, last) = messages().period(event.date, event.until);
    let time = |iso: &str, words: &str| node("time").attr("datetime", iso).text(words);
    let to = to.child(time(&event.date.iso(), &first));
    match (event.until, last) {
        (Some(until), Some(last)) => {
            let last = time(&until.iso(), &last);
            to.text(messages().until()).child(last)
        }
        _ => to,
    }
}

/// Where something is known from, with the words that say it.
pub fn sources(store: Store, sources: &'static [FactSource]) -> Node {
    let items = sources.iter().map(|source| {
        let mut item = node("li");
        if let Some(quote) = &source.quote {
            let language = source.language.as_ref();
            let language = language.unwrap_or(&store.agenda.site.language);
            item = item
                .child(node("q").attr("lang", language).text(quote))
                .text(" ");
        }
        let note = source.note.as_deref().unwrap_or_default();
        let item = item.child(named(source));
        if note.is_empty() {
            return item;
        }
        item.text(&messages().source_note(note))
    });
    node("ul").class("details__source sources").children(items)
}

/// A source by its name, which leads to where it was read.
fn named(source: &FactSource) -> Node {
    let name = messages().source(source);
    match &source.url {
        Some(url) => anchor(url, &name),
        None => node("cite").text(&name),
    }
}

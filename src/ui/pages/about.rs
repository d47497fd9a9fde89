//! What the texts are and how they came about, how they were classified, where they
//! are from, what was corrected.

use crate::data::{Event, FacetRole, History};
use crate::embedded;
use crate::messages::{
    AboutMessages, BackgroundMessages, Grammar, RecommendationMessages, messages,
};
use crate::state::static_page::StaticPage;
use crate::state::{Named, Scheme};
use crate::store::Store;
use crate::ui::dom::{Node, anchor, node};
use crate::ui::filters::facets::letter;
use crate::ui::link::page_link;
use crate::ui::results::background::{period, sources};
use crate::ui::results::classification::correction;
use leptos::prelude::event_target_checked;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

#[inline(never)]
pub fn about(store: Store) -> Node {
    let history = store.history();
    let privacy = node("p").text(messages().privacy());
    let keys = node("p").text(messages().keys());
    node("div")
        .child_if(introduction(store, history))
        .child_if(timeline(store, history))
        .child_if(sections(store))
        .child(classification(store))
        .child_if(corrections(store))
        .children(source(store, history))
        .child(chapter(messages().privacy_heading(), vec![privacy]))
        .child(chapter(
            messages().keys_heading(),
            vec![keys, slash_switch(store)],
        ))
        .child(chapter(messages().scheme_heading(), vec![schemes(store)]))
}

/// What stands under one heading; beside it where there is room.
fn chapter(heading: &str, content: Vec<Node>) -> Node {
    node("section")
        .class("chapter")
        .child(node("h2").text(heading))
        .child(node("div").class("chapter__text").children(content))
}

/// What the texts are.
fn introduction(store: Store, history: &'static History) -> Option<Node> {
    let introduction = history.introduction.as_ref()?;
    let content = node("div")
        .class("told")
        .child(node("p").class("lead").text(&introduction.text))
        .child(sources(store, &introduction.sources));
    let heading = messages().introduction_heading(store.agenda);
    Some(chapter(&heading, vec![content]))
}

/// How they came about.
fn timeline(store: Store, history: &'static History) -> Option<Node> {
    if history.events.is_empty() {
        return None;
    }
    let events = history.events.iter().map(|it| event(store, it));
    let timeline = node("ol")
        .class("timeline")
        .attr("role", "list")
        .children(events);
    Some(chapter(messages().history_heading(), vec![timeline]))
}

fn event(store: Store, event: &'static Event) -> Node {
    let date = period(node("p").class("timeline__date"), event);
    let what = node("div")
        .child(date)
        .child(node("p").text(&event.what.text));
    let mut item = node("li")
        .class("timeline__event told")
        .child(what)
        .child(sources(store, &event.what.sources));
    for other in &event.differs {
        let said = messages().differs(&other.text);
        let differs = node("div")
            .class("timeline__differs told")
            .child(node("p").text(&said))
            .child(sources(store, &other.sources));
        item = item.child(differs);
    }
    item
}

/// The sections at a glance, as links to what is in them.
fn sections(store: Store) -> Option<Node> {
    let agenda = store.agenda;
    let position = agenda.section()?;
    let section = agenda.facets.get(position)?;
    let values = section.values.iter().enumerate().map(|(value, entry)| {
        let page = StaticPage::Value {
            facet: position,
            value,
        };
        let numbers: Vec<u16> = entry.tags.iter().map(|tag| tag.number).collect();
        let size = messages().section_size(agenda, &numbers);
        let link = page_link(store, page).text(&entry.label);
        node("li")
            .class("glance")
            .child_if(letter(entry))
            .child(node("span").child(link).text(" ").child(quiet(&size)))
    });
    let list = node("ul")
        .class("glances")
        .attr("role", "list")
        .children(values);
    Some(chapter(&messages().sections_heading(agenda), vec![list]))
}

fn quiet(words: &str) -> Node {
    node("span").class("page__note").text(words)
}

/// How they were classified, and that this is editorial.
fn classification(store: Store) -> Node {
    let (agenda, details) = (store.agenda, store.details());
    let mut all = vec![node("p").text(&messages().method(agenda))];
    let facets = agenda.facets.iter().enumerate();
    let classified = facets.filter(|(_, facet)| facet.role != FacetRole::Section);
    for (position, facet) in classified {
        let note = details.note(position, None, None);
        let values = facet.values.iter().enumerate();
        let notes = values.filter_map(|(value_position, value)| {
            let note = details.note(position, Some(value_position), None)?;
            let note = messages().explanation(note);
            Some(node("li").text(&value.label).text(&note))
        });
        all.push(node("h3").text(&facet.label));
        all.extend(note.map(|note| node("p").text(note)));
        all.push(node("ul").children(notes));
    }
    chapter(&messages().method_heading(agenda), all)
}

/// What was corrected, folded.
fn corrections(store: Store) -> Option<Node> {
    let (agenda, details) = (store.agenda, store.details());
    let count = details.corrections.len();
    if count == 0 {
        return None;
    }
    let corrections = details.corrections.iter().map(|slip| {
        correction(slip)
            .text(" ")
            .text(&messages().in_recommendation(agenda, slip.number))
    });
    let shown = messages().show_corrections(count);
    let intro = node("p").text(messages().corrections_intro());
    let folded = node("details")
        .child(node("summary").text(&shown))
        .child(node("ul").children(corrections));
    Some(chapter(messages().corrections(), vec![intro, folded]))
}

/// Where the texts are from, and on what terms.
fn source(store: Store, history: &History) -> Vec<Node> {
    let (agenda, details) = (store.agenda, store.details());
    let source = &agenda.source;
    let link = |href: &str, words: &str| node("li").child(anchor(href, words));
    let links = node("ul")
        .child(link(&source.url, &messages().official_page(agenda)))
        .child(link(&source.licence_url, &source.licence))
        .child(link(
            &store.file("data/agenda.json"),
            messages().open_data(),
        ))
        .child(link(
            &store.file("data/agenda.schema.json"),
            messages().open_schema(),
        ))
        .child(link(
            &store.file("licences.txt"),
            messages().software_licences(),
        ));
    let independence = agenda.site.independence.as_deref();
    let mut all = Vec::new();
    // The events say it, each with its source.
    let adoption = details.adoption.as_ref();
    if let Some(adoption) = adoption.filter(|_| history.events.is_empty()) {
        let decision = adoption.url.as_deref();
        let decision = decision.map(|url| anchor(url, messages().decision()));
        let note = node("p").text(&adoption.note).text(" ").child_if(decision);
        all.push(chapter(messages().adoption_heading(), vec![note]));
    }
    let mut terms = vec![node("p").text(&source.attribution)];
    terms.extend(said(&source.licence_note));
    terms.extend(independence.and_then(said));
    terms.push(links);
    terms.push(node("p").text(&messages().data_version(embedded::version())));
    all.push(chapter(messages().source_heading(), terms));
    all
}

/// The choice of the colours.
fn schemes(store: Store) -> Node {
    let choices = [Scheme::Auto, Scheme::Light, Scheme::Dark].map(|scheme| {
        let mut field = node("input")
            .attr("type", "radio")
            .attr("name", "scheme")
            .attr("value", scheme.name())
            .on("change", move |event| {
                store.choose_scheme(scheme);
                // It may not have been possible.
                let fields = event.target().and_then(|it| {
                    let field: HtmlInputElement = it.dyn_into().ok()?;
                    field.closest("fieldset").ok()?
                });
                if let Some(fields) = fields {
                    check(&fields, store.scheme());
                }
            });
        if scheme == store.scheme() {
            field = field.attr("checked", "");
        }
        let label = node("label").class("choice").child(field).text(" ");
        label.text(messages().scheme(scheme))
    });
    node("fieldset")
        .class("choices")
        .attr("data-part", "scheme")
        .child(
            node("legend")
                .class("visually-hidden")
                .text(messages().scheme_heading()),
        )
        .children(choices)
}

/// Has only the radio button of a scheme checked.
fn check(fields: &Element, scheme: Scheme) {
    let selector = ["[value=", scheme.name(), "]"].concat();
    let field = fields.query_selector(&selector).ok().flatten();
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        field.set_checked(true);
    }
}

/// Turns the key `/` on and off.
fn slash_switch(store: Store) -> Node {
    let mut field = node("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            store.turn_slash(event_target_checked(&event));
            // It may not have been possible.
            if let Some(field) = event.target().and_then(|it| it.dyn_into().ok()) {
                let field: HtmlInputElement = field;
                field.set_checked(store.has_slash());
            }
        });
    if store.has_slash() {
        field = field.attr("checked", "");
    }
    let label = node("label").child(field).text(" ");
    node("p").child(label.text(messages().use_slash()))
}

/// A paragraph, unless there is nothing to say.
fn said(words: &str) -> Option<Node> {
    (!words.is_empty()).then(|| node("p").text(words))
}

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
use crate::ui::results::details::correction;
use leptos::prelude::event_target_checked;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement};

#[inline(never)]
pub fn about(store: Store) -> Node {
    let history = store.history();
    let page = node("div")
        .children(introduction(store, history))
        .children(timeline(store, history))
        .children(sections(store))
        .children(classification(store))
        .children(corrections(store))
        .children(source(store, history));
    page.child(heading(messages().privacy_heading()))
        .child(node("p").text(messages().privacy()))
        .child(heading(messages().keys_heading()))
        .child(node("p").text(messages().keys()))
        .child(slash_switch(store))
        .child(heading(messages().scheme_heading()))
        .child(schemes(store))
}

fn heading(words: &str) -> Node {
    node("h2").text(words)
}

/// What the texts are.
fn introduction(store: Store, history: &'static History) -> Vec<Node> {
    let Some(introduction) = &history.introduction else {
        return Vec::new();
    };
    vec![
        heading(&messages().introduction_heading(store.agenda)),
        node("p").class("lead").text(&introduction.text),
        sources(store, &introduction.sources),
    ]
}

/// How they came about.
fn timeline(store: Store, history: &'static History) -> Vec<Node> {
    if history.events.is_empty() {
        return Vec::new();
    }
    let events = history.events.iter().map(|it| event(store, it));
    vec![
        heading(messages().history_heading()),
        node("ol")
            .class("timeline")
            .attr("role", "list")
            .children(events),
    ]
}

fn event(store: Store, event: &'static Event) -> Node {
    let date = period(node("p").class("timeline__date"), event);
    let mut item = node("li")
        .class("timeline__event")
        .child(date)
        .child(node("p").text(&event.what.text))
        .child(sources(store, &event.what.sources));
    for other in &event.differs {
        let said = messages().differs(&other.text);
        let differs = node("div")
            .class("timeline__differs")
            .child(node("p").text(&said))
            .child(sources(store, &other.sources));
        item = item.child(differs);
    }
    item
}

/// The sections at a glance, as links to what is in them.
fn sections(store: Store) -> Vec<Node> {
    let agenda = store.agenda;
    let Some((position, section)) = agenda
        .section()
        .and_then(|position| Some((position, agenda.facets.get(position)?)))
    else {
        return Vec::new();
    };
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
    vec![
        heading(&messages().sections_heading(agenda)),
        node("ul")
            .class("glances")
            .attr("role", "list")
            .children(values),
    ]
}

fn quiet(words: &str) -> Node {
    node("span").class("page__note").text(words)
}

/// How they were classified, and that this is editorial.
fn classification(store: Store) -> Vec<Node> {
    let (agenda, details) = (store.agenda, store.details());
    let mut all = vec![
        heading(&messages().method_heading(agenda)),
        node("p").text(&messages().method(agenda)),
    ];
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
    all
}

/// What was corrected, folded.
fn corrections(store: Store) -> Vec<Node> {
    let (agenda, details) = (store.agenda, store.details());
    let count = details.corrections.len();
    if count == 0 {
        return Vec::new();
    }
    let corrections = details.corrections.iter().map(|slip| {
        correction(slip)
            .text(" ")
            .text(&messages().in_recommendation(agenda, slip.number))
    });
    let shown = messages().show_corrections(count);
    vec![
        heading(messages().corrections()),
        node("p").text(messages().corrections_intro()),
        node("details")
            .child(node("summary").text(&shown))
            .child(node("ul").children(corrections)),
    ]
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
        all.push(heading(messages().adoption_heading()));
        all.push(node("p").text(&adoption.note).text(" ").child_if(decision));
    }
    all.push(heading(messages().source_heading()));
    all.push(node("p").text(&source.attribution));
    all.extend(said(&source.licence_note));
    all.extend(independence.and_then(said));
    all.push(links);
    all.push(node("p").text(&messages().data_version(embedded::version())));
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

//! A citation in the style that the reader chooses, to be copied. In the part with the
//! files of other programs.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use crate::browser::clipboard;
use crate::data::Recommendation;
use crate::export::Format;
use crate::joined::joined;
use crate::messages::{CitationMessages, CitationStyle, Names, SharingMessages, messages};
use crate::state::Named;
use crate::store::Store;
use crate::store::signal::Source;
use crate::ui::dom::{Node, first, keyed, node, set};
use crate::ui::results::copying;
use crate::ui::results::exported::Taken;

/// What is cited.
#[derive(Clone, Copy)]
pub enum Subject {
    One(&'static Recommendation),
    /// All that is shown.
    Shown,
}

/// How a citation is written.
#[derive(Clone, Copy)]
enum Form {
    /// For people.
    Style(CitationStyle),
    /// For programs.
    Records(Format),
}

/// The formats of programs for citations.
const RECORDS: [Format; 3] = [Format::Bibtex, Format::Ris, Format::CslJson];

fn forms() -> Vec<Form> {
    let mut forms = Vec::new();
    for (_, style) in CitationStyle::ALL {
        forms.push(Form::Style(*style));
    }
    forms.extend(RECORDS.map(Form::Records));
    forms
}

/// The choices, the citation and what copies it.
#[inline(never)]
pub fn panel(store: Store, subject: Subject) -> Node {
    let block = Source::new(None::<usize>);
    let names = forms().into_iter().map(|form| match form {
        Form::Style(style) => messages().citation_style(style).to_owned(),
        Form::Records(format) => format.label().to_owned(),
    });
    let form = choice(
        "citation-style",
        messages().citation_form(),
        &names.collect::<Vec<_>>(),
        store.transient.with_untracked(|it| it.citation_form),
        Box::new(move |place| store.transient.update(|it| it.citation_form = place)),
    );
    let passage = match subject {
        Subject::One(entry) if entry.text.len() > 1 => {
            let block = block.clone();
            Some(choice(
                "citation-passage",
                messages().cited_passage(),
                &passages(store, entry),
                0,
                Box::new(move |place| block.set(place.checked_sub(1))),
            ))
        }
        _ => None,
    };
    let chosen = block.clone();
    let key = move || {
        store.view_state.with(|_| ());
        let mut key = vec![
            store.transient.with(|it| it.citation_form).to_string(),
            chosen
                .with(|block| block.map_or(0, |it| it + 1))
                .to_string(),
            store.public_link(&store.shared_view()),
        ];
        store.results.with(|_| ());
        for number in numbers(store, subject) {
            key.push(number.to_string());
        }
        joined(&key, " ")
    };
    let citation = keyed(key, move |_| {
        cited(store, subject, block.with_untracked(|block| *block))
    });
    node("div")
        .class("citation__panel")
        .child(form)
        .child_if(passage)
        .view(citation)
}

/// A choice among a few things, with its label.
fn choice(
    hook: &str,
    label: &str,
    names: &[String],
    chosen: usize,
    choose: Box<dyn Fn(usize) + Send>,
) -> Node {
    let mut select =
        node("select")
            .class("field")
            .attr("data-part", hook)
            .on("change", move |event| {
                choose(chosen_in(&event).unwrap_or_default());
            });
    for (place, name) in names.iter().enumerate() {
        let option = node("option").attr("value", &place.to_string()).text(name);
        select = select.child(if place == chosen {
            option.attr("selected", "")
        } else {
            option
        });
    }
    node("label")
        .class("citation__label")
        .text(label)
        .child(select)
}

/// What was chosen, by its place.
fn chosen_in(event: &Event) -> Option<usize> {
    let select = pressed(event)?;
    let option = first(&select, "option:checked")?;
    option.get_attribute("value")?.parse().ok()
}

fn pressed(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The whole of a recommendation, and each of its parts, by name.
fn passages(store: Store, entry: &Recommendation) -> Vec<String> {
    let mut names = vec![messages().recommendation(store.agenda, entry.number)];
    for block in 0..entry.text.len() {
        let part = entry.part(block);
        names.push(messages().cited_part(store.agenda, entry.number, &part));
    }
    names
}

/// The recommendations that are cited.
fn numbers(store: Store, subject: Subject) -> Vec<u16> {
    match subject {
        Subject::One(entry) => vec![entry.number],
        Subject::Shown => store.shown_numbers(),
    }
}

/// The citation, and the button that copies it.
fn cited(store: Store, subject: Subject, block: Option<usize>) -> Node {
    let numbers = numbers(store, subject);
    if numbers.is_empty() {
        return node("p").text(&messages().nothing_to_cite(store.agenda));
    }
    let taken = Taken::now(store);
    let export = taken.export(store, &numbers);
    let form = store.transient.with_untracked(|it| it.citation_form);
    let (preview, text, runs) = match forms().get(form) {
        Some(Form::Records(format)) => {
            let text = export.records(*format, block);
            // It scrolls, which the keyboard must be able to do.
            let preview = node("pre").attr("tabindex", "0").text(&text);
            (preview, text, 0)
        }
        other => {
            let style = match other {
                Some(Form::Style(style)) => *style,
                _ => CitationStyle::Chicago,
            };
            let runs = export.citation(style, block);
            let mut preview = node("p");
            let mut text = String::new();
            for run in &runs {
                text.push_str(&run.text);
                preview = if run.is_italic {
                    preview.child(node("i").text(&run.text))
                } else {
                    preview.text(&run.text)
                };
            }
            (preview, text, runs.len())
        }
    };
    let copy = node("button")
        .class("button")
        .attr("type", "button")
        .on("click", move |event| copy(store, &event, &text, runs))
        .attr("data-part", "copy-citation")
        .text(messages().copy_citation());
    node("div")
        .child(
            preview
                .class("citation__text")
                .attr("data-part", "citation"),
        )
        .child(copy)
}

/// Copies a citation: as it is shown, with its italics, where it has some `runs` of
/// words and the browser does that; else as text.
fn copy(store: Store, event: &Event, text: &str, runs: usize) {
    let shown = pressed(event)
        .and_then(|button| button.closest("div").ok()?)
        .and_then(|around| first(&around, "[data-part=citation]"));
    let count = u32::try_from(runs).unwrap_or_default();
    let is_copied = |shown: Element| {
        // Its colours go along, and those of a dark page are none for paper.
        set(&shown, "data-copied", Some(""));
        let copied = clipboard::copy_shown(&shown, count);
        set(&shown, "data-copied", None);
        copied.is_ok()
    };
    if shown.filter(|_| runs > 1).is_some_and(is_copied) {
        return store.notify(messages().citation_copied());
    }
    copying::copy(
        store,
        text.to_owned(),
        messages().citation_copied(),
        messages().select_text(),
    );
}

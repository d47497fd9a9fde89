//! Putting the view into another page: what the frame has, and the snippets.

use super::control::{check, choice, group, number};
use super::copy_field::{CopyButton, Field, copy_field};
use super::preview::preview;
use super::state::Studio;
use crate::messages::{Messages, ShareDialogMessages, messages};
use crate::share::{Choices, HEIGHTS, Shared, WIDTHS};
use crate::state::EmbedPart;
use crate::state::{Named, Scheme};
use crate::ui::dom::{Node, node};

type Make = fn(&Shared, &Choices) -> String;

pub fn embed(studio: Studio) -> Node {
    let settings = node("div")
        .class("studio__settings")
        .child(look(studio))
        .child(parts(studio))
        .child(locks(studio));
    let frame = field(
        "studio-frame",
        messages().frame(),
        messages().frame_hint().to_owned(),
    );
    let element = field(
        "studio-element",
        messages().element(),
        messages().element_hint().to_owned(),
    );
    let html = field(
        "studio-text",
        messages().html(),
        messages().html_hint(studio.agenda),
    );
    let snippets = node("section")
        .class("studio__snippets")
        .child(
            node("h3")
                .class("studio__subheading")
                .text(messages().snippets()),
        )
        .child(snippet(studio, frame, |shared, choices| {
            shared.frame(choices)
        }))
        .child(snippet(studio, element, |shared, choices| {
            shared.element(choices)
        }))
        .child(snippet(studio, html, |shared, _| shared.text()));
    node("div")
        .class("studio__embed")
        .child(settings)
        .child(preview(studio))
        .child(snippets)
}

/// Size, colours, language.
fn look(studio: Studio) -> Node {
    let height = number(
        "studio-height",
        messages().height(),
        &studio.choices.with_untracked(|it| it.height.to_string()),
        move |text| match text.parse().ok().filter(|it| HEIGHTS.contains(it)) {
            Some(height) => {
                studio.choices.update(|choices| choices.height = height);
                Ok(())
            }
            None => Err(messages().between(&HEIGHTS)),
        },
    );
    let width = studio.choices.with_untracked(|choices| choices.width);
    let width = number(
        "studio-width",
        messages().width(),
        &width.map(|it| it.to_string()).unwrap_or_default(),
        move |text| {
            let width = text.parse().ok().filter(|it| WIDTHS.contains(it));
            if width.is_none() && !text.is_empty() {
                return Err(messages().between(&WIDTHS));
            }
            studio.choices.update(|choices| choices.width = width);
            Ok(())
        },
    );
    let schemes = [Scheme::Light, Scheme::Dark, Scheme::Auto];
    let chosen = studio.choices.with_untracked(|choices| choices.scheme);
    let scheme = choice(
        "studio-scheme",
        messages().colours(),
        &schemes.map(|scheme| messages().scheme(scheme)),
        schemes.iter().position(|scheme| *scheme == chosen),
        move |place| {
            if let Some(scheme) = schemes.get(place) {
                studio.choices.update(|choices| choices.scheme = *scheme);
            }
        },
    );
    let language = messages().language();
    let is_set = studio
        .choices
        .with_untracked(|choices| choices.lang.is_some());
    let lang = choice(
        "studio-lang",
        messages().interface_language(),
        &[messages().reader_language(), language.name],
        Some(usize::from(is_set)),
        move |place| {
            let lang = (place == 1).then(|| language.tag.to_owned());
            studio.choices.update(|choices| choices.lang = lang);
        },
    );
    let events = check(
        messages().send_events(),
        move || studio.choices.with(|choices| choices.events),
        move || {
            studio
                .choices
                .update(|choices| choices.events = !choices.events)
        },
    );
    let fields = node("div")
        .class("studio__fields")
        .children([height, width, scheme, lang]);
    group(messages().look())
        .child(fields)
        .child(events.attr("data-choice", "events"))
}

/// What the frame leaves out.
fn parts(studio: Studio) -> Node {
    let checks = EmbedPart::ALL.iter().enumerate();
    let checks = checks.map(|(part, (name, shown))| {
        check(
            &messages().part(studio.agenda, *shown),
            move || studio.choices.with(|choices| !choices.hide.contains(part)),
            move || studio.choices.update(|choices| choices.hide.toggle(part)),
        )
        .attr("data-choice", &format!("hide-{name}"))
    });
    group(messages().show_parts()).child(node("div").class("studio__checks").children(checks))
}

/// What readers of the frame can't change.
fn locks(studio: Studio) -> Node {
    let checks = studio.agenda.facets.iter().enumerate();
    let checks = checks.map(|(position, facet)| {
        check(
            &facet.label,
            move || {
                studio
                    .choices
                    .with(|choices| choices.lock.contains(position))
            },
            move || {
                studio
                    .choices
                    .update(|choices| choices.lock.toggle(position))
            },
        )
        .attr("data-choice", &format!("lock-{}", facet.key))
    });
    group(messages().locked()).child(node("div").class("studio__checks").children(checks))
}

fn field(id: &'static str, label: &'static str, hint: String) -> Field {
    Field {
        id,
        label,
        hint,
        rows: "4",
        copy: CopyButton::Plain,
    }
}

fn snippet(studio: Studio, field: Field, make: Make) -> Node {
    let text =
        move || studio.with_shared(|shared| studio.choices.with(|choices| make(shared, choices)));
    let (field, copy) = copy_field(studio, field, text);
    node("div").child(field).child(copy)
}

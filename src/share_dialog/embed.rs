//! Putting the view into another page: what the frame has, and the snippets.

use super::control::{check, choice, group, number};
use super::copy_field::{Field, copy_field};
use super::preview::preview;
use super::state::Studio;
use crate::messages::share_dialog as messages;
use crate::share::{Choices, HEIGHTS, Shared, WIDTHS};
use crate::state::EmbedPart;
use crate::state::{Named, Scheme};
use crate::ui::dom::{Node, node};

const FRAME: Field = Field {
    id: "studio-frame",
    label: messages::FRAME,
    hint: messages::FRAME_HINT,
    rows: "4",
    copy: messages::COPY,
};
const ELEMENT: Field = Field {
    id: "studio-element",
    label: messages::ELEMENT,
    hint: messages::ELEMENT_HINT,
    rows: "4",
    copy: messages::COPY,
};
const TEXT: Field = Field {
    id: "studio-text",
    label: messages::TEXT,
    hint: messages::TEXT_HINT,
    rows: "4",
    copy: messages::COPY,
};

type Make = fn(&Shared, &Choices) -> String;

pub fn embed(studio: Studio) -> Node {
    let settings = node("div")
        .class("studio__settings")
        .child(look(studio))
        .child(parts(studio))
        .child(locks(studio));
    let snippets = node("section")
        .class("studio__snippets")
        .child(
            node("h3")
                .class("studio__subheading")
                .text(messages::SNIPPETS),
        )
        .child(snippet(studio, FRAME, |shared, choices| {
            shared.frame(choices)
        }))
        .child(snippet(studio, ELEMENT, |shared, choices| {
            shared.element(choices)
        }))
        .child(snippet(studio, TEXT, |shared, _| shared.text()));
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
        messages::HEIGHT,
        &studio.choices.with_untracked(|it| it.height.to_string()),
        move |text| match text.parse().ok().filter(|it| HEIGHTS.contains(it)) {
            Some(height) => {
                studio.choices.update(|choices| choices.height = height);
                Ok(())
            }
            None => Err(messages::between(&HEIGHTS)),
        },
    );
    let width = studio.choices.with_untracked(|choices| choices.width);
    let width = number(
        "studio-width",
        messages::WIDTH,
        &width.map(|it| it.to_string()).unwrap_or_default(),
        move |text| {
            let width = text.parse().ok().filter(|it| WIDTHS.contains(it));
            if width.is_none() && !text.is_empty() {
                return Err(messages::between(&WIDTHS));
            }
            studio.choices.update(|choices| choices.width = width);
            Ok(())
        },
    );
    let schemes = [Scheme::Light, Scheme::Dark, Scheme::Auto];
    let chosen = studio.choices.with_untracked(|choices| choices.scheme);
    let scheme = choice(
        "studio-scheme",
        messages::COLOURS,
        &messages::SCHEMES,
        schemes.iter().position(|scheme| *scheme == chosen),
        move |place| {
            if let Some(scheme) = schemes.get(place) {
                studio.choices.update(|choices| choices.scheme = *scheme);
            }
        },
    );
    let english = studio
        .choices
        .with_untracked(|choices| choices.lang.is_some());
    let lang = choice(
        "studio-lang",
        messages::LANGUAGE,
        &messages::LANGUAGES,
        Some(usize::from(english)),
        move |place| {
            let lang = (place == 1).then(|| "en".to_owned());
            studio.choices.update(|choices| choices.lang = lang);
        },
    );
    let events = check(
        messages::EVENTS,
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
    group(messages::LOOK)
        .child(fields)
        .child(events.attr("data-choice", "events"))
}

/// What the frame leaves out.
fn parts(studio: Studio) -> Node {
    let checks = EmbedPart::ALL
        .iter()
        .map(|(name, _)| name)
        .zip(messages::PARTS)
        .enumerate();
    let checks = checks.map(|(part, (name, label))| {
        check(
            label,
            move || studio.choices.with(|choices| !choices.hide.contains(part)),
            move || studio.choices.update(|choices| choices.hide.toggle(part)),
        )
        .attr("data-choice", &format!("hide-{name}"))
    });
    group(messages::SHOWN).child(node("div").class("studio__checks").children(checks))
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
    group(messages::LOCKED).child(node("div").class("studio__checks").children(checks))
}

fn snippet(studio: Studio, field: Field, make: Make) -> Node {
    let text =
        move || studio.with_shared(|shared| studio.choices.with(|choices| make(shared, choices)));
    let (field, copy) = copy_field(studio, field, text);
    node("div").child(field).child(copy)
}

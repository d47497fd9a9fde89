//! Putting the view into another page: what the frame has, and the snippets.

use super::control::{check, choice, group, number};
use super::copy_field::{Field, copy_field};
use super::preview::preview;
use super::state::Studio;
use super::words;
use crate::frame::Part;
use crate::query::{Named, Scheme};
use crate::share::{Choices, HEIGHTS, Shared, WIDTHS};
use crate::ui::kit::{Node, classed, node};

type Make = fn(&Shared, &Choices) -> String;

pub fn embed(studio: Studio) -> Node {
    let settings = classed("div", "studio__settings")
        .child(look(studio))
        .child(parts(studio))
        .child(locks(studio));
    let snippets = classed("section", "studio__snippets")
        .child(classed("h3", "studio__subheading").text(words::SNIPPETS))
        .child(snippet(studio, words::FRAME, |shared, choices| {
            shared.frame(choices)
        }))
        .child(snippet(studio, words::ELEMENT, |shared, choices| {
            shared.element(choices)
        }))
        .child(snippet(studio, words::TEXT, |shared, _| shared.text()));
    classed("div", "studio__embed")
        .child(settings)
        .child(preview(studio))
        .child(snippets)
}

/// Size, colours, language.
fn look(studio: Studio) -> Node {
    let height = number(
        "studio-height",
        words::HEIGHT,
        &studio.choices.with_untracked(|it| it.height.to_string()),
        move |text| match text.parse().ok().filter(|it| HEIGHTS.contains(it)) {
            Some(height) => {
                studio.choices.update(|choices| choices.height = height);
                Ok(())
            }
            None => Err(words::between(&HEIGHTS)),
        },
    );
    let width = studio.choices.with_untracked(|choices| choices.width);
    let width = number(
        "studio-width",
        words::WIDTH,
        &width.map(|it| it.to_string()).unwrap_or_default(),
        move |text| {
            let width = text.parse().ok().filter(|it| WIDTHS.contains(it));
            if width.is_none() && !text.is_empty() {
                return Err(words::between(&WIDTHS));
            }
            studio.choices.update(|choices| choices.width = width);
            Ok(())
        },
    );
    let schemes = [Scheme::Light, Scheme::Dark, Scheme::Auto];
    let chosen = studio.choices.with_untracked(|choices| choices.scheme);
    let scheme = choice(
        "studio-scheme",
        words::COLOURS,
        &words::SCHEMES,
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
        words::LANGUAGE,
        &words::LANGUAGES,
        Some(usize::from(english)),
        move |place| {
            let lang = (place == 1).then(|| "en".to_owned());
            studio.choices.update(|choices| choices.lang = lang);
        },
    );
    let events = check(
        words::EVENTS,
        move || studio.choices.with(|choices| choices.events),
        move || {
            studio
                .choices
                .update(|choices| choices.events = !choices.events)
        },
    );
    let fields = classed("div", "studio__fields").children([height, width, scheme, lang]);
    group(words::LOOK)
        .child(fields)
        .child(events.attr("data-choice", "events"))
}

/// What the frame leaves out.
fn parts(studio: Studio) -> Node {
    let checks = Part::ALL
        .iter()
        .map(|(name, _)| name)
        .zip(words::PARTS)
        .enumerate();
    let checks = checks.map(|(part, (name, label))| {
        check(
            label,
            move || studio.choices.with(|choices| !choices.hide.contains(part)),
            move || studio.choices.update(|choices| choices.hide.toggle(part)),
        )
        .attr("data-choice", &format!("hide-{name}"))
    });
    group(words::SHOWN).child(classed("div", "studio__checks").children(checks))
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
    group(words::LOCKED).child(classed("div", "studio__checks").children(checks))
}

fn snippet(studio: Studio, field: Field, make: Make) -> Node {
    let text =
        move || studio.with_shared(|shared| studio.choices.with(|choices| make(shared, choices)));
    let (field, copy) = copy_field(studio, field, text);
    node("div").child(field).child(copy)
}

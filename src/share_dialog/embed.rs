//! Putting the view into another page: what the frame has, and the snippets.

use super::control::{check, choice, group, number};
use super::copy_field::{CopyButton, Field, copy_field};
use super::preview::preview;
use super::state::ShareDialog;
use crate::messages::{Messages, ShareDialogMessages, messages};
use crate::share::{Choices, HEIGHTS, Shared, WIDTHS};
use crate::state::EmbedPart;
use crate::state::{Named, Scheme};
use crate::ui::dom::{Node, node};

type Make = fn(&Shared, &Choices) -> String;

pub fn embed(dialog: ShareDialog) -> Node {
    let settings = node("div")
        .class("share-dialog__settings")
        .child(look(dialog))
        .child(parts(dialog))
        .child(locks(dialog));
    let frame = field(
        "share-dialog-frame",
        messages().frame(),
        messages().frame_hint().to_owned(),
    );
    let element = field(
        "share-dialog-element",
        messages().element(),
        messages().element_hint().to_owned(),
    );
    let html = field(
        "share-dialog-text",
        messages().html(),
        messages().html_hint(dialog.agenda),
    );
    let snippets = node("section")
        .class("share-dialog__snippets")
        .child(
            node("h3")
                .class("share-dialog__subheading")
                .text(messages().snippets()),
        )
        .child(snippet(dialog, frame, |shared, choices| {
            shared.frame(choices)
        }))
        .child(snippet(dialog, element, |shared, choices| {
            shared.element(choices)
        }))
        .child(snippet(dialog, html, |shared, _| shared.text()));
    node("div")
        .class("share-dialog__embed")
        .child(settings)
        .child(preview(dialog))
        .child(snippets)
}

/// Size, colours, language.
fn look(dialog: ShareDialog) -> Node {
    let height = number(
        "share-dialog-height",
        messages().height(),
        &dialog.choices.with_untracked(|it| it.height.to_string()),
        move |text| match text.parse().ok().filter(|it| HEIGHTS.contains(it)) {
            Some(height) => {
                dialog.choices.update(|choices| choices.height = height);
                Ok(())
            }
            None => Err(messages().between(&HEIGHTS)),
        },
    );
    let width = dialog.choices.with_untracked(|choices| choices.width);
    let width = number(
        "share-dialog-width",
        messages().width(),
        &width.map(|it| it.to_string()).unwrap_or_default(),
        move |text| {
            let width = text.parse().ok().filter(|it| WIDTHS.contains(it));
            if width.is_none() && !text.is_empty() {
                return Err(messages().between(&WIDTHS));
            }
            dialog.choices.update(|choices| choices.width = width);
            Ok(())
        },
    );
    let schemes = [Scheme::Light, Scheme::Dark, Scheme::Auto];
    let chosen = dialog.choices.with_untracked(|choices| choices.scheme);
    let scheme = choice(
        "share-dialog-scheme",
        messages().colours(),
        &schemes.map(|scheme| messages().scheme(scheme)),
        schemes.iter().position(|scheme| *scheme == chosen),
        move |place| {
            if let Some(scheme) = schemes.get(place) {
                dialog.choices.update(|choices| choices.scheme = *scheme);
            }
        },
    );
    let language = messages().language();
    let is_set = dialog
        .choices
        .with_untracked(|choices| choices.lang.is_some());
    let lang = choice(
        "share-dialog-lang",
        messages().interface_language(),
        &[messages().reader_language(), language.name],
        Some(usize::from(is_set)),
        move |place| {
            let lang = (place == 1).then(|| language.tag.to_owned());
            dialog.choices.update(|choices| choices.lang = lang);
        },
    );
    let events = check(
        messages().send_events(),
        move || dialog.choices.with(|choices| choices.events),
        move || {
            dialog
                .choices
                .update(|choices| choices.events = !choices.events)
        },
    );
    let fields = node("div")
        .class("share-dialog__fields")
        .children([height, width, scheme, lang]);
    group(messages().look())
        .child(fields)
        .child(events.attr("data-choice", "events"))
}

/// What the frame leaves out.
fn parts(dialog: ShareDialog) -> Node {
    let checks = EmbedPart::ALL.iter().enumerate();
    let checks = checks.map(|(part, (name, shown))| {
        check(
            &messages().part(dialog.agenda, *shown),
            move || dialog.choices.with(|choices| !choices.hide.contains(part)),
            move || dialog.choices.update(|choices| choices.hide.toggle(part)),
        )
        .attr("data-choice", &format!("hide-{name}"))
    });
    group(messages().show_parts()).child(node("div").class("share-dialog__checks").children(checks))
}

/// What readers of the frame can't change.
fn locks(dialog: ShareDialog) -> Node {
    let checks = dialog.agenda.facets.iter().enumerate();
    let checks = checks.map(|(position, facet)| {
        check(
            &facet.label,
            move || {
                dialog
                    .choices
                    .with(|choices| choices.lock.contains(position))
            },
            move || {
                dialog
                    .choices
                    .update(|choices| choices.lock.toggle(position))
            },
        )
        .attr("data-choice", &format!("lock-{}", facet.key))
    });
    group(messages().locked()).child(node("div").class("share-dialog__checks").children(checks))
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

fn snippet(dialog: ShareDialog, field: Field, make: Make) -> Node {
    let text =
        move || dialog.with_shared(|shared| dialog.choices.with(|choices| make(shared, choices)));
    let (field, copy) = copy_field(dialog, field, text);
    node("div").child(field).child(copy)
}

//! Putting the view into another page: what the frame has, and the snippets.

use leptos::prelude::untrack;

use super::control::{check, check_mixed, choice, group, number};
use super::copy_field::{CopyButton, Field, copy_field};
use super::preview::preview;
use super::state::ShareDialog;
use crate::messages::{Messages, ShareDialogMessages, messages};
use crate::share::{Choices, HEIGHTS, Shared, WIDTHS};
use crate::state::{EmbedPart, Named, PositionSet, Scheme};
use crate::ui::dom::{Node, button, node};

type Make = fn(&Shared, &Choices) -> String;

pub fn embed(dialog: ShareDialog) -> Node {
    let settings = node("div")
        .class("share-dialog__settings")
        .child(parts(dialog))
        .child(look(dialog))
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
    let result = node("div")
        .class("share-dialog__result")
        .child(preview(dialog))
        .child(snippets);
    node("div")
        .class("share-dialog__embed")
        .child(presets(dialog))
        .child(result)
        .child(settings)
}

/// What a frame leaves out of the explorer, chosen by one press.
fn presets(dialog: ShareDialog) -> Node {
    // The numbers at a glance go with the header.
    const AROUND: [EmbedPart; 3] = [EmbedPart::Toolbar, EmbedPart::Header, EmbedPart::Footer];
    let filters = EmbedPart::FILTERS.into_iter().map(|(part, _)| part);
    let search = filters.chain(AROUND).map(EmbedPart::position);
    let search: PositionSet = search.collect();
    let list = search.iter().chain([EmbedPart::Search.position()]);
    let list: PositionSet = list.collect();
    let preset = move |name: &'static str, label: &str, hide: PositionSet, alone: bool| {
        let is = hide.clone();
        button("toolbar__order", move || {
            dialog.choices.update(|choices| {
                choices.hide.clone_from(&hide);
                choices.alone = alone;
            });
        })
        .attr("data-preset", name)
        .state("aria-pressed", move || {
            let is = |choices: &Choices| choices.hide == is && choices.alone == alone;
            dialog.choices.with(is)
        })
        .text(label)
    };
    let one = untrack(|| dialog.one()).map(|number| {
        let label = messages().only(dialog.agenda, number);
        preset("one", &label, list.clone(), true)
    });
    let buttons = node("div")
        .class("toolbar__orders")
        .child(preset(
            "full",
            messages().everything(),
            PositionSet::default(),
            false,
        ))
        .child(preset(
            "search",
            messages().search_and_list(),
            search,
            false,
        ))
        .child(preset("list", messages().list_only(), list, false))
        .child_if(one);
    group(messages().presets()).child(buttons)
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

/// What the frame shows: its parts, and all filters together above each of them.
fn parts(dialog: ShareDialog) -> Node {
    let named = move |part: EmbedPart, choice: Node| {
        choice.attr("data-choice", &format!("hide-{}", part.name()))
    };
    let label = move |part: EmbedPart| messages().part(dialog.agenda, part);
    let single = move |part: EmbedPart| {
        let position = part.position();
        let choice = check(
            &label(part),
            move || {
                let is_hidden = |choices: &Choices| choices.hide.contains(position);
                !dialog.choices.with(is_hidden)
            },
            move || {
                dialog
                    .choices
                    .update(|choices| choices.hide.toggle(position));
            },
        );
        named(part, choice)
    };
    let facets = &dialog.agenda.facets;
    let filters = EmbedPart::FILTERS.into_iter();
    let filters: Vec<EmbedPart> = filters
        .filter(|(_, role)| facets.iter().any(|facet| facet.role == *role))
        .map(|(part, _)| part)
        .collect();
    let positions = filters.iter().map(|part| part.position()).collect();
    let all = all_filters(dialog, &label(EmbedPart::Facets), positions);
    let others = [
        EmbedPart::Search,
        EmbedPart::Numerals,
        EmbedPart::Toolbar,
        EmbedPart::Header,
        EmbedPart::Footer,
    ];
    let checks = || node("div").class("share-dialog__checks");
    group(messages().show_parts())
        .child(checks().children(others.map(single)))
        .child(named(EmbedPart::Facets, all))
        .child(
            checks()
                .attr("data-level", "2")
                .children(filters.into_iter().map(single)),
        )
}

/// The box for the filters of all these parts: mixed where some are shown.
fn all_filters(dialog: ShareDialog, label: &str, parts: Vec<usize>) -> Node {
    let hidden = move |choices: &Choices, parts: &[usize]| {
        let hidden = parts.iter().filter(|part| choices.hide.contains(**part));
        hidden.count()
    };
    let [checked, mixed] = [parts.clone(), parts.clone()];
    check_mixed(
        label,
        move || dialog.choices.with(|choices| hidden(choices, &checked)) == 0,
        move || {
            let hidden = dialog.choices.with(|choices| hidden(choices, &mixed));
            hidden > 0 && hidden < mixed.len()
        },
        move || {
            dialog.choices.update(|choices| {
                let hide = hidden(choices, &parts) == 0;
                for part in &parts {
                    choices.hide.remove(*part);
                    if hide {
                        choices.hide.insert(*part);
                    }
                }
            });
        },
    )
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
    let text = move || dialog.with_framed(make);
    let (field, copy) = copy_field(dialog, field, text);
    node("div")
        .class("share-dialog__snippet")
        .child(field)
        .child(copy)
}

//! The filters: every value of every facet with what it would give.

use crate::browser::focus;
use crate::data::{Facet, Value};
use crate::messages::{FilterMessages, messages};
use crate::store::{STATIC, Store};
use crate::ui::dom::{Node, anchor, button, node};
use crate::ui::filters::counts;
use crate::ui::sheet;

/// The id of what stands for the filters until the app is there.
pub const CONTENTS_ID: &str = "contents";

pub fn facets(store: Store) -> Node {
    // On narrow screens the filters are a sheet; on wide ones always there.
    let chosen = move || store.view_state.with(|view_state| view_state.filters());
    let shown = move || store.results.with(|results| results.matched);
    let toggle = button("button facets__open", move || {
        sheet::ask(store, sheet::FILTERS)
    })
    .attr("aria-haspopup", "dialog")
    .live_text(move || messages().filters(chosen()));
    if STATIC {
        let jump = anchor(&format!("#{CONTENTS_ID}"), &messages().filters(0));
        let jump = jump.attr("class", "button facets__open");
        return node("div").class("facets").child(jump);
    }
    let toggle = toggle.attr("aria-controls", sheet::FILTERS);
    let close = button("button facets__close", leave)
        .live_text(move || messages().show_results(store.agenda, shown()));
    let hidden = move |facet: usize| {
        store
            .view_state
            .with_untracked(|view_state| view_state.hides_facet(store.agenda, facet))
    };
    let groups = store.agenda.facets.iter().enumerate();
    let groups = groups.filter(|(position, _)| !hidden(*position));
    let panel = node("div")
        .class("facets__panel")
        .attr("id", sheet::FILTERS)
        .children(groups.map(|(position, facet)| group(store, position, facet)))
        .child(close)
        .bind(move |panel| counts::follow(store, panel));
    let panel = counts::listen(store, panel);
    node("div").class("facets").child(toggle).child(panel)
}

/// Leaves the filters for what they found. Deferred.
#[inline(never)]
fn leave() {
    sheet::close();
    focus::next(None);
}

fn group(store: Store, position: usize, facet: &'static Facet) -> Node {
    let chosen = move || {
        store.view_state.with(|view_state| {
            let chosen = view_state.chosen.get(position);
            chosen.map_or(0, |chosen| chosen.len())
        })
    };
    let locked = move || {
        store
            .view_state
            .with(|view_state| view_state.locks(position))
    };
    let mut values = node("fieldset")
        .class("facet__values")
        .live_prop("disabled", locked)
        .child(node("legend").class("visually-hidden").text(&facet.label))
        .child_if(facet.any_all.then(|| match_switch(facet)));
    let mut heading = None;
    for (value, entry) in facet.values.iter().enumerate() {
        if let Some(group) = entry.group.as_ref().filter(|group| heading != Some(*group)) {
            values = values.child(self::heading(group));
            heading = Some(group);
        }
        values = values.child(row((position, value), facet, entry));
    }
    let chosen = node("span")
        .class("facet__chosen")
        .live_text(move || messages().chosen(chosen(), locked()));
    folded(facet, Some(chosen)).child(values)
}

/// Begins a group that can be folded up.
pub fn folded(facet: &Facet, chosen: Option<Node>) -> Node {
    // The blank keeps the words of its name apart.
    let label = node("summary").class("facet__label").text(&facet.label);
    let label = label.text(" ");
    node("details")
        .class("facet")
        .attr("open", "")
        .child(label.child_if(chosen))
}

/// The heading of some of the values.
pub fn heading(group: &str) -> Node {
    node("p").class("facet__heading").text(group)
}

fn match_switch(facet: &Facet) -> Node {
    let field = node("input")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .attr("data-part", "match");
    node("label")
        .class("facet__match")
        .child(field)
        .text(&messages().match_all(facet))
}

/// A value as it stands in the panel, which [`super::counts`] brings up to date.
fn row((position, value): (usize, usize), facet: &Facet, entry: &Value) -> Node {
    let effect_id = format!("effect-{position}-{value}");
    let field = node("input")
        .attr("type", "checkbox")
        .attr("data-facet", &facet.key)
        .attr("data-value", &entry.id)
        .attr("aria-describedby", &effect_id);
    let shown = node("span")
        .class("facet__effect")
        .attr("data-part", "effect")
        .attr("aria-hidden", "true");
    let described = node("span").attr("id", &effect_id).attr("hidden", "");
    node("label")
        .class("facet__value")
        .child(field)
        .child_if(letter(entry))
        .child(node("span").class("facet__name").text(&entry.label))
        .child(node("span").class("facet__count"))
        .child(shown)
        .child(described)
}

/// The letter of a section in its colour; other values have none.
pub fn letter(value: &Value) -> Option<Node> {
    let letter = value.letter.as_ref()?;
    let badge = node("span").class("letter").attr("data-cluster", &value.id);
    Some(badge.text(letter))
}

//! The filters: every value of every facet with what it would give.

use super::focus;
use super::kit::{Node, anchor, button, classed, node};
use super::{Explorer, STATIC};
use crate::agenda::{CLUSTER, Facet, Value};
use crate::query::Matching;
use crate::words;

const ID: &str = "facets";

/// The id of what stands for the filters until the app is there.
pub const CONTENTS_ID: &str = "contents";

pub fn facets(explorer: Explorer) -> Node {
    // On narrow screens the filters are a panel; on wide ones always there.
    let open = move || explorer.scene.with(|scene| scene.panel_open);
    let chosen = move || explorer.question.with(|question| question.filters());
    let shown = move || explorer.view.with(|view| view.matched);
    let toggle = button("button facets__open", move || {
        explorer.scene.update(|scene| scene.panel_open ^= true);
    })
    .state("aria-expanded", open)
    .live_text(move || words::filters(chosen()));
    if STATIC {
        let jump = anchor(&format!("#{CONTENTS_ID}"), &words::filters(0));
        let jump = jump.attr("class", "button facets__open");
        return classed("div", "facets").child(jump);
    }
    let toggle = toggle.attr("aria-controls", ID);
    let close = button("button facets__close", move || {
        explorer.scene.update(|scene| scene.panel_open = false);
        focus::next(None);
    })
    .live_text(move || words::show_results(shown()));
    let hidden = move |facet: usize| {
        explorer
            .question
            .with_untracked(|question| question.hides_facet(explorer.agenda, facet))
    };
    let groups = explorer.agenda.facets.iter().enumerate();
    let groups = groups.filter(|(position, _)| !hidden(*position));
    let panel = classed("div", "facets__panel")
        .attr("id", ID)
        .children(groups.map(|(position, facet)| group(explorer, position, facet)))
        .child(close);
    node("div")
        .live_attr("class", move || {
            let class = match open() {
                true => "facets facets--open",
                false => "facets",
            };
            Some(class.to_owned())
        })
        .child(toggle)
        .child(panel)
}

fn group(explorer: Explorer, position: usize, facet: &'static Facet) -> Node {
    let chosen = move || {
        explorer.question.with(|question| {
            let chosen = question.chosen.get(position);
            chosen.map_or(0, |chosen| chosen.len())
        })
    };
    let locked = move || explorer.question.with(|question| question.locks(position));
    let mut values = classed("fieldset", "facet__values")
        .live_prop("disabled", locked)
        .child(classed("legend", "visually-hidden").text(&facet.label))
        .maybe(facet.switchable.then(|| match_switch(explorer)));
    let mut heading = None;
    for (value, entry) in facet.values.iter().enumerate() {
        if let Some(group) = entry.group.as_ref().filter(|group| heading != Some(*group)) {
            values = values.child(self::heading(group));
            heading = Some(group);
        }
        values = values.child(row(explorer, (position, value), facet, entry));
    }
    let chosen =
        classed("span", "facet__chosen").live_text(move || words::chosen(chosen(), locked()));
    folded(facet, Some(chosen)).child(values)
}

/// Begins a group that can be folded up.
pub fn folded(facet: &Facet, chosen: Option<Node>) -> Node {
    let label = classed("summary", "facet__label").text(&facet.label);
    classed("details", "facet")
        .attr("open", "")
        .child(label.maybe(chosen))
}

/// The heading of some of the values.
pub fn heading(group: &str) -> Node {
    classed("p", "facet__heading").text(group)
}

fn match_switch(explorer: Explorer) -> Node {
    let all = move || {
        explorer
            .question
            .with(|question| question.matching == Matching::All)
    };
    let field = node("input")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .attr("data-part", "match")
        .live_prop("checked", all)
        .on("change", move |_| explorer.switch_matching());
    classed("label", "facet__match")
        .child(field)
        .text(words::MATCH_ALL)
}

fn row(
    explorer: Explorer,
    place: (usize, usize),
    facet: &'static Facet,
    entry: &'static Value,
) -> Node {
    let (position, value) = place;
    let chosen = move || {
        explorer
            .question
            .with(|question| question.is_chosen(position, value))
    };
    let count = move || {
        explorer.view.with(|view| {
            let counts = view.counts.get(position);
            counts
                .and_then(|counts| counts.get(value))
                .copied()
                .unwrap_or_default()
        })
    };
    // What has the focus stays usable, or the focus would be lost.
    let focused = move || explorer.scene.with(|scene| scene.focused == Some(place));
    let focus = move |on: Option<(usize, usize)>| explorer.scene.update(|scene| scene.focused = on);
    let point = move |on: Option<(usize, usize)>| explorer.scene.update(|scene| scene.pointed = on);
    let looked_at = move || {
        let pointed = explorer.scene.with(|scene| scene.pointed == Some(place));
        pointed || focused()
    };
    let useless = move || count() == 0 && !chosen() && !focused();
    let effect_id = format!("effect-{position}-{value}");
    let field = node("input")
        .attr("type", "checkbox")
        .attr("data-facet", &facet.key)
        .attr("data-value", &entry.id)
        .attr("aria-describedby", &effect_id)
        .live_attr("data-count", move || Some(count().to_string()))
        .live_prop("checked", chosen)
        .live_prop("disabled", useless)
        .on("change", move |_| explorer.toggle(position, value))
        .on("focus", move |_| focus(Some(place)))
        .on("blur", move |_| focus(None));
    // What choosing the value would do, or no longer choosing it.
    let effect = move |tell: fn(usize, usize) -> String| match looked_at() {
        true => {
            let now = explorer.view.with(|view| view.matched);
            tell(now, explorer.after_toggle(position, value))
        }
        false => String::new(),
    };
    let shown = classed("span", "facet__effect")
        .attr("data-part", "effect")
        .attr("aria-hidden", "true")
        .live_text(move || effect(words::effect));
    let told = classed("span", "visually-hidden")
        .attr("id", &effect_id)
        .attr("aria-hidden", "true")
        .live_text(move || effect(|_, then| words::would_give(then)));
    classed("label", "facet__value")
        .on("pointerenter", move |_| point(Some(place)))
        .on("pointerleave", move |_| point(None))
        .child(field)
        .maybe((position == CLUSTER).then(|| letter(&entry.id)))
        .child(classed("span", "facet__name").text(&entry.label))
        .child(classed("span", "facet__count").live_text(move || count().to_string()))
        .child(shown)
        .child(told)
}

/// The letter of a cluster in its colour.
pub fn letter(cluster: &str) -> Node {
    classed("span", "letter")
        .attr("data-cluster", cluster)
        .text(&cluster.to_ascii_uppercase())
}

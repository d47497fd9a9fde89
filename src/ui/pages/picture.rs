//! Pictures of the tables of counts, drawn from the same numbers. For those who do not
//! see them, the tables say the same.

use leptos::web_sys::Element;

use crate::data::Facet;
use crate::messages::{MatrixMessages, Names, messages};
use crate::state::matrix::{Matrix, Pair, Tally};
use crate::state::picture::{Arcs, Bar, Bars, HEIGHT, REACH, ROW, arcs, bars};
use crate::store::Store;
use crate::ui::dom::{Node, draw, node, set_text};

/// How far bars are apart, how wide they are, and the room for numbers above them and
/// letters below.
const STEP: usize = 24;
const BAR: usize = 16;
const ABOVE: usize = 30;
const BELOW: usize = 18;

/// Draws the rows of a table as bars: a picture for each row.
pub fn bar_picture(store: Store, known: &'static Facet, counted: &Matrix) -> Node {
    let across = counted.across;
    let rows = bars(counted).into_iter().map(|row| {
        let name = known.values.get(row.value).map_or("", |it| &it.label);
        node("div")
            .child(node("div").text(name))
            .child(node("div").bind(move |place| draw_bars(store, place, across, &row)))
    });
    let picture = node("div")
        .class("picture picture--bars")
        .attr("role", "img")
        .attr("aria-label", messages().bars())
        .children(rows);
    let legend = messages().bars_legend(store.agenda);
    figure(picture, &legend)
}

fn figure(picture: Node, legend: &str) -> Node {
    node("div")
        .class("figure")
        .attr("data-part", "picture")
        .child(picture)
        .child(node("p").class("page__note").text(legend))
}

fn draw_bars(store: Store, place: &Element, across: usize, row: &Bars) -> Option<()> {
    let width = row.bars.len() * STEP;
    let view = format!("0 0 {width} {}", ABOVE + HEIGHT + BELOW);
    let attributes = [
        ("viewBox", view.as_str()),
        ("text-anchor", "middle"),
        ("font-size", "12"),
    ];
    let drawing = draw(place, "svg", &attributes)?;
    let facet = store.agenda.facets.get(across)?;
    for (position, bar) in row.bars.iter().enumerate() {
        let value = facet.values.get(bar.value)?;
        let letter = value.letter.as_deref().unwrap_or(&value.label);
        // It has the colour of a section.
        let group = draw(&drawing, "g", &[("data-cluster", &value.id)])?;
        draw_bar(&group, position * STEP + STEP / 2, bar, letter)?;
    }
    Some(())
}

/// The colours of the drawings, which follow those of the page.
const CLUSTER: &str = "var(--cluster)";
const QUIET: &str = "var(--quiet)";
const INK: &str = "var(--ink)";

fn draw_bar(group: &Element, middle: usize, bar: &Bar, letter: &str) -> Option<()> {
    let foot = ABOVE + HEIGHT;
    let rect = |fill: &str, height: usize| {
        let attributes = [
            ("fill", fill),
            ("stroke", CLUSTER),
            ("x", &(middle - BAR / 2).to_string()),
            ("y", &(foot - height).to_string()),
            ("width", &BAR.to_string()),
            ("height", &height.to_string()),
        ];
        draw(group, "rect", &attributes)
    };
    let text = |fill: &str, y: usize, words: &str| {
        let attributes = [
            ("fill", fill),
            // So that it can be read where it stands on a line.
            ("stroke", "var(--ground)"),
            ("stroke-width", "3"),
            ("paint-order", "stroke"),
            ("x", &middle.to_string()),
            ("y", &y.to_string()),
        ];
        let text = draw(group, "text", &attributes)?;
        set_text(&text, words);
        Some(())
    };
    let Tally { count, occurrences } = bar.tally;
    if count > 0 {
        rect("none", bar.occurrences)?;
        rect(CLUSTER, bar.count)?;
        let own = foot - bar.count - 4;
        text(INK, own, &count.to_string())?;
        // Where the words occur more than once in a recommendation.
        if occurrences > count {
            let above = (foot - bar.occurrences - 3).min(own - 13);
            text(QUIET, above, &messages().occurrences(occurrences))?;
        }
    }
    text(if count > 0 { CLUSTER } else { QUIET }, foot + 14, letter)
}

/// Draws pairs as curves between the names of their values.
pub fn arc_picture(store: Store, facet: usize, pairs: &[Pair]) -> Node {
    let drawn = arcs(pairs);
    let names = drawn
        .values
        .iter()
        .map(|value| node("div").text(&messages().value_short(store.agenda, facet, *value)));
    let names = node("div").class("picture__names").children(names);
    let curves = node("div")
        .class("picture__arcs")
        .bind(move |place| draw_arcs(place, &drawn));
    let picture = node("div")
        .class("picture picture--arcs")
        .attr("role", "img")
        .attr("aria-label", messages().arcs())
        .child(curves)
        .child(names);
    figure(picture, &messages().arcs_legend(store.agenda))
}

fn draw_arcs(place: &Element, drawn: &Arcs) -> Option<()> {
    let view = format!("0 0 {REACH} {}", drawn.values.len() * ROW);
    // As high as the names, whatever height these have.
    let attributes = [
        ("viewBox", view.as_str()),
        ("preserveAspectRatio", "none"),
        ("fill", "none"),
        ("stroke", "var(--link)"),
        ("stroke-opacity", "0.6"),
    ];
    let drawing = draw(place, "svg", &attributes)?;
    for arc in &drawn.arcs {
        let path = arc.path();
        let width = arc.width.to_string();
        let attributes = [
            ("d", path.as_str()),
            ("stroke-width", &width),
            ("vector-effect", "non-scaling-stroke"),
        ];
        draw(&drawing, "path", &attributes)?;
    }
    Some(())
}

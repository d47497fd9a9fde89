//! The dialog around its two parts.

use super::embed::embed;
use super::sharing::sharing;
use super::state::{Studio, Tab};
use super::words;
use crate::browser::dialog;
use crate::ui::kit::{Node, button, classed, effect, node, switch, when};

const ID: &str = "studio";
const HEADING: &str = "studio-heading";

pub fn dialog(studio: Studio) -> Node {
    // Once it stands in the page.
    effect(|| dialog::show(ID));
    let heading = classed("h2", "studio__heading")
        .attr("id", HEADING)
        .text(words::HEADING);
    let head = classed("div", "studio__head")
        .child(heading)
        .child(tabs(studio));
    let is = move |tab: Tab| move || studio.tab.with(|current| *current == tab);
    let body = classed("div", "studio__body")
        .view(when(is(Tab::Share), move || sharing(studio)))
        .view(when(is(Tab::Embed), move || embed(studio)));
    let close = button("button", || dialog::close(ID))
        .attr("data-part", "studio-close")
        .text(words::CLOSE);
    let foot = classed("div", "studio__foot")
        .child(told(studio))
        .child(close);
    classed("dialog", "studio")
        .attr("id", ID)
        .attr("data-part", "studio")
        .attr("aria-labelledby", HEADING)
        .on("close", move |_| studio.asked.set(None))
        .child(head)
        .child(body)
        .child(foot)
}

fn tabs(studio: Studio) -> Node {
    let tab = move |tab: Tab, name: &str, label: &str| {
        button("toolbar__order", move || studio.tab.set(tab))
            .attr("data-part", "studio-tab")
            .attr("data-tab", name)
            .state("aria-pressed", move || {
                studio.tab.with(|current| *current == tab)
            })
            .text(label)
    };
    classed("div", "toolbar__orders")
        .attr("role", "group")
        .attr("aria-labelledby", HEADING)
        .child(tab(Tab::Share, "share", words::SHARE))
        .child(tab(Tab::Embed, "embed", words::EMBED))
}

/// What has happened last.
fn told(studio: Studio) -> Node {
    let key = move || studio.told.with(|told| told.0.to_string());
    classed("div", "studio__told")
        .attr("data-part", "studio-status")
        .attr("role", "status")
        .view(switch(key, move |_| {
            node("p").text(&studio.told.with(|told| told.1.clone()))
        }))
}

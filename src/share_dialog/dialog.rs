//! The dialog around its two parts.

use super::embed::embed;
use super::sharing::sharing;
use super::state::{ShareDialog, Tab};
use crate::browser::dialog;
use crate::messages::{ActionMessages, ShareDialogMessages, messages};
use crate::store::effect::effect;
use crate::ui::dom::{Node, button, keyed, node, show};

const ID: &str = "studio";
const HEADING: &str = "studio-heading";

pub fn dialog(dialog: ShareDialog) -> Node {
    // Once it stands in the page.
    effect(|| dialog::show(ID));
    let heading = node("h2")
        .class("studio__heading")
        .attr("id", HEADING)
        .text(messages().dialog_heading());
    let head = node("div")
        .class("studio__head")
        .child(heading)
        .child(tabs(dialog));
    let is = move |tab: Tab| move || dialog.tab.with(|current| *current == tab);
    let body = node("div")
        .class("studio__body")
        .view(show(is(Tab::Share), move || sharing(dialog)))
        .view(show(is(Tab::Embed), move || embed(dialog)));
    let close = button("button", || dialog::close(ID))
        .attr("data-part", "studio-close")
        .text(messages().close());
    let foot = node("div")
        .class("studio__foot")
        .child(told(dialog))
        .child(close);
    node("dialog")
        .class("studio")
        .attr("id", ID)
        .attr("data-part", "studio")
        .attr("aria-labelledby", HEADING)
        .on("close", move |_| dialog.asked.set(None))
        .child(head)
        .child(body)
        .child(foot)
}

fn tabs(dialog: ShareDialog) -> Node {
    let tab = move |tab: Tab, name: &str, label: &str| {
        button("toolbar__order", move || dialog.tab.set(tab))
            .attr("data-part", "studio-tab")
            .attr("data-tab", name)
            .state("aria-pressed", move || {
                dialog.tab.with(|current| *current == tab)
            })
            .text(label)
    };
    node("div")
        .class("toolbar__orders")
        .attr("role", "group")
        .attr("aria-labelledby", HEADING)
        .child(tab(Tab::Share, "share", messages().share_tab()))
        .child(tab(Tab::Embed, "embed", messages().embed_tab()))
}

/// What has happened last.
fn told(dialog: ShareDialog) -> Node {
    let key = move || dialog.told.with(|told| told.0.to_string());
    node("div")
        .class("studio__told")
        .attr("data-part", "studio-status")
        .attr("role", "status")
        .view(keyed(key, move |_| {
            node("p").text(&dialog.told.with(|told| told.1.clone()))
        }))
}

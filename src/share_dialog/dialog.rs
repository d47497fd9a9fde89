//! The dialog around its two parts.

use super::embed::embed;
use super::sharing::sharing;
use super::state::{ShareDialog, Tab};
use crate::browser::dialog;
use crate::messages::{ActionMessages, ShareDialogMessages, messages};
use crate::store::timer::once_made;
use crate::ui::dom::{Node, button, keyed, node, show};

const ID: &str = "share-dialog";
const HEADING: &str = "share-dialog-heading";

pub fn dialog(dialog: ShareDialog) -> Node {
    // Once it stands in the page.
    once_made(|| dialog::show(ID));
    let heading = node("h2")
        .class("share-dialog__heading")
        .attr("id", HEADING)
        .text(messages().dialog_heading());
    let head = node("div")
        .class("share-dialog__head")
        .child(heading)
        .child(tabs(dialog));
    let is = move |tab: Tab| move || dialog.tab.with(|current| *current == tab);
    let body = node("div")
        .class("share-dialog__body")
        .view(show(is(Tab::Share), move || sharing(dialog)))
        .view(show(is(Tab::Embed), move || embed(dialog)));
    let close = button("button", || dialog::close(ID))
        .attr("data-part", "studio-close")
        .text(messages().close());
    let foot = node("div")
        .class("share-dialog__foot")
        .child(live_region(dialog))
        .child(close);
    node("dialog")
        .class("share-dialog")
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
fn live_region(dialog: ShareDialog) -> Node {
    let key = move || {
        dialog
            .announcement
            .with(|announcement| announcement.0.to_string())
    };
    node("div")
        .class("share-dialog__status")
        .attr("data-part", "studio-status")
        .attr("role", "status")
        .view(keyed(key, move |_| {
            node("p").text(
                &dialog
                    .announcement
                    .with(|announcement| announcement.1.clone()),
            )
        }))
}

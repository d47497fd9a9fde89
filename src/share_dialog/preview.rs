//! The frame as it will be, on a phone or a desktop.

use super::state::{Device, ShareDialog};
use crate::messages::{ShareDialogMessages, messages};
use crate::ui::dom::{Node, button, keyed, node};

pub fn preview(dialog: ShareDialog) -> Node {
    let device = move |device: Device, label: &str| {
        button("toolbar__order", move || dialog.device.set(device))
            .state("aria-pressed", move || {
                dialog.device.with(|current| *current == device)
            })
            .text(label)
    };
    let devices = node("div")
        .class("toolbar__orders")
        .attr("role", "group")
        .attr("aria-label", messages().preview())
        .child(device(Device::Phone, messages().phone()))
        .child(device(Device::Desktop, messages().desktop()));
    let head = node("div")
        .class("share-dialog__preview-head")
        .child(
            node("h3")
                .class("share-dialog__subheading")
                .text(messages().preview()),
        )
        .child(devices);
    let window = node("div")
        .class("share-dialog__window")
        .attr("role", "region")
        .attr("aria-label", messages().preview())
        .attr("tabindex", "0")
        .live_attr("data-device", move || {
            Some(dialog.device.with(|device| match device {
                Device::Phone => "phone".to_owned(),
                Device::Desktop => "desktop".to_owned(),
            }))
        })
        // A new frame for each address: another address in the same frame would
        // be an entry in the history of the page.
        .view(keyed(
            move || dialog.preview(),
            move |address| frame(dialog, address),
        ));
    node("section")
        .class("share-dialog__preview")
        .child(head)
        .child(window)
}

fn frame(dialog: ShareDialog, address: &str) -> Node {
    let width = move || {
        let usual = dialog.device.with(|device| match device {
            Device::Phone => 360,
            Device::Desktop => 1024,
        });
        let chosen = dialog.choices.with(|choices| choices.width);
        Some(chosen.unwrap_or(usual).min(usual).to_string())
    };
    node("iframe")
        .attr("src", address)
        .attr("title", messages().preview())
        .attr("data-part", "studio-preview")
        .live_attr("width", width)
        .live_attr("height", move || {
            Some(dialog.choices.with(|choices| choices.height.to_string()))
        })
}

//! The frame as it will be, on a phone or a desktop.

use super::state::{Device, Studio};
use super::words;
use crate::ui::kit::{Node, button, classed, node, switch};

pub fn preview(studio: Studio) -> Node {
    let device = move |device: Device, label: &str| {
        button("toolbar__order", move || studio.device.set(device))
            .state("aria-pressed", move || {
                studio.device.with(|current| *current == device)
            })
            .text(label)
    };
    let devices = classed("div", "toolbar__orders")
        .attr("role", "group")
        .attr("aria-label", words::PREVIEW)
        .child(device(Device::Phone, words::PHONE))
        .child(device(Device::Desktop, words::DESKTOP));
    let head = classed("div", "studio__preview-head")
        .child(classed("h3", "studio__subheading").text(words::PREVIEW))
        .child(devices);
    let window = classed("div", "studio__window")
        .attr("role", "region")
        .attr("aria-label", words::PREVIEW)
        .attr("tabindex", "0")
        .live_attr("data-device", move || {
            Some(studio.device.with(|device| match device {
                Device::Phone => "phone".to_owned(),
                Device::Desktop => "desktop".to_owned(),
            }))
        })
        // A new frame for each address: another address in the same frame would
        // be an entry in the history of the page.
        .view(switch(
            move || studio.preview(),
            move |address| frame(studio, address),
        ));
    classed("section", "studio__preview")
        .child(head)
        .child(window)
}

fn frame(studio: Studio, address: &str) -> Node {
    let width = move || {
        let usual = studio.device.with(|device| match device {
            Device::Phone => 360,
            Device::Desktop => 1024,
        });
        let chosen = studio.choices.with(|choices| choices.width);
        Some(chosen.unwrap_or(usual).min(usual).to_string())
    };
    node("iframe")
        .attr("src", address)
        .attr("title", words::PREVIEW)
        .attr("data-part", "studio-preview")
        .live_attr("width", width)
        .live_attr("height", move || {
            Some(studio.choices.with(|choices| choices.height.to_string()))
        })
}

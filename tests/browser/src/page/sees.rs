//! What the reader sees.

use serde_json::json;

use super::{Page, checkbox, part, result};
use crate::seen::{self, Seen};

/// What Chromium notes where a test leaves a page that is still registering its
/// service worker, or where the server of a test has gone before its page. That
/// offline use works is told by its own tests, which look for it. Some systems
/// have no sharing, and there it complains of every frame that may share.
const OURS: [&str; 3] = [
    "An unknown error occurred when fetching the script.",
    "net::ERR_CONNECTION_REFUSED",
    "Unrecognized feature: 'web-share'",
];

impl Page {
    /// What stands on the page now.
    pub fn now(&self) -> Seen {
        let told = self.browser.script(seen::SCRIPT, &[]);
        serde_json::from_value(told.clone())
            .unwrap_or_else(|error| panic!("The page lacks a hook ({error}): {told:#}"))
    }

    /// The text of each recommendation in the list, without what is added to it.
    pub fn texts(&self) -> Vec<(u16, String)> {
        let body = "
            const results = [...document.querySelectorAll('[data-part=results] [data-part=result]')];
            return results.map((result) => [
                Number(result.dataset.number),
                result.querySelector('[data-part=text]').innerText,
            ]);";
        serde_json::from_value(self.browser.script(body, &[])).expect("pairs of number and text")
    }

    /// The words that are marked as found in a recommendation of the list.
    pub fn marks(&self, number: u16) -> Vec<String> {
        let body = "
            const result = document.querySelector(`[data-part=result][data-number='${arguments[0]}']`);
            return [...result.querySelectorAll('[data-part=text] mark')].map((mark) => mark.textContent);";
        let told = self.browser.script(body, &[json!(number)]);
        serde_json::from_value(told).expect("texts")
    }

    /// The text of a recommendation of the list, sign for sign.
    pub fn text(&self, number: u16) -> String {
        let body = "return document.querySelector(arguments[0]).textContent";
        let place = format!("{} {}", result(number), part("text"));
        let told = self.browser.script(body, &[json!(place)]);
        told.as_str().expect("a text").to_owned()
    }

    /// What is read out at the checkbox of a value of a facet, behind its name.
    pub fn description(&self, facet: &str, value: &str) -> String {
        let body = "
            const field = document.querySelector(arguments[0]);
            const ids = field.getAttribute('aria-describedby').split(' ');
            return ids.map((id) => document.getElementById(id).textContent).join(' ');";
        let told = self.browser.script(body, &[json!(checkbox(facet, value))]);
        told.as_str().expect("a text").to_owned()
    }

    /// Whether the button of this name says that it has opened something.
    pub fn is_open(&self, name: &str) -> bool {
        let body = "
            const [name] = arguments;
            const button = document.querySelector(`button[aria-label='${name}']`);
            return button.getAttribute('aria-expanded') === 'true';";
        self.browser.script(body, &[json!(name)]) == true
    }

    /// The recommendation whose heading has the focus.
    pub fn heading_in_focus(&self) -> Option<u16> {
        let body = "
            const article = document.activeElement.closest('article');
            const heading = article?.getAttribute('aria-labelledby');
            const is_it = heading && document.activeElement.id === heading;
            return is_it ? Number(article.dataset.number) : null;";
        let told = self.browser.script(body, &[]).as_u64()?;
        u16::try_from(told).ok()
    }

    /// The text under a key of the local storage.
    pub fn stored(&self, key: &str) -> Option<String> {
        let body = "return localStorage.getItem(arguments[0])";
        let told = self.browser.script(body, &[json!(key)]);
        told.as_str().map(str::to_owned)
    }

    /// All keys of the local storage.
    pub fn stored_keys(&self) -> Vec<String> {
        let told = self.browser.script("return Object.keys(localStorage)", &[]);
        serde_json::from_value(told).expect("texts")
    }

    /// Puts a text under a key of the local storage, as an earlier visit or
    /// another version would have.
    pub fn store(&self, key: &str, text: &str) {
        let body = "localStorage.setItem(arguments[0], arguments[1])";
        self.browser.script(body, &[json!(key), json!(text)]);
    }

    /// How many pixels wide the window is.
    pub fn width(&self) -> i64 {
        let told = self.browser.script("return window.innerWidth", &[]);
        told.as_i64().unwrap_or_default()
    }

    /// How many pixels of the page stick out sideways.
    pub fn sticks_out(&self) -> i64 {
        let body = "
            const page = document.documentElement;
            return page.scrollWidth - page.clientWidth;";
        let told = self.browser.script(body, &[]);
        told.as_i64().expect("a number of pixels")
    }

    /// How many of what a selector finds, as far as it is shown, reach beyond the
    /// window sideways or have more in them than they show; `None` where nothing
    /// of it is shown.
    pub fn cramped(&self, selector: &str) -> Option<usize> {
        let body = "
            const shown = [...document.querySelectorAll(arguments[0])]
                .filter((element) => element.checkVisibility() && element.textContent);
            const cramped = shown.filter((element) => {
                const { left, right } = element.getBoundingClientRect();
                const beyond = left < 0 || right > document.documentElement.clientWidth;
                return beyond || element.scrollWidth > element.clientWidth + 1;
            });
            return shown.length ? cramped.length : null;";
        let told = self.browser.script(body, &[json!(selector)]);
        told.as_u64().and_then(|told| usize::try_from(told).ok())
    }

    /// Errors and warnings in the console since this was last asked.
    pub fn complaints(&self) -> Vec<String> {
        let lines = self.browser.console().into_iter();
        let bad = lines.filter(|line| matches!(line.level.as_str(), "SEVERE" | "WARNING"));
        let own = bad.filter(|line| !OURS.iter().any(|ours| line.text.contains(ours)));
        own.map(|line| line.text).collect()
    }
}

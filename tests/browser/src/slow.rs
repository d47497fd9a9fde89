//! How soon the page can be read and searched by somebody with a slow line and a
//! slow device, and how much it moves meanwhile.
//!
//! Each visit has a browser of its own, with nothing in its cache. Time is taken
//! by the clock of the page, from the moment when the reader asks for it.
//! Edge: it measures; what it prints for people is for its caller.

pub mod line;

use std::{thread, time::Duration};

use serde::Deserialize;
use serde_json::json;

use crate::{browser::Browser, engine::Engine, site::Site};

/// Takes the times, in the page and before its own scripts.
const WATCH: &str = include_str!("slow/watch.js");

/// What of the line and the device is slow.
#[derive(Clone, Copy, Debug)]
pub struct Slow {
    /// Both ways, in kbit/s.
    pub kilobits: f64,
    /// From a request to the first byte of its answer, in milliseconds.
    pub latency: f64,
    /// How many times slower than the machine.
    pub processor: f64,
    /// The page area, in CSS pixels.
    pub size: (u32, u32),
}

/// What the explorer was asked to be usable with.
pub const OLD_PHONE: Slow = Slow {
    kilobits: 400.0,
    latency: 400.0,
    processor: 4.0,
    size: (412, 823),
};

/// What a visit comes to; times in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// Until the text of a recommendation was painted.
    pub text: Option<f64>,
    /// Until the app had taken over.
    pub ready: Option<f64>,
    /// Until the frame with the answer to the letter, if one was typed.
    pub answered: Option<f64>,
    /// The sum of all layout shifts.
    pub shift: f64,
    /// What moved.
    pub moved: Vec<String>,
    /// What was fetched until the end of the visit, in the order of asking.
    pub files: Vec<File>,
}

/// A file that was fetched.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct File {
    pub name: String,
    /// When it was asked for.
    pub asked: f64,
    /// When all of it was there.
    pub done: f64,
    /// Without the head of the answer, packed.
    pub bytes: f64,
}

impl Visit {
    fn is_over(&self, types: bool) -> bool {
        self.text.is_some() && self.ready.is_some() && (self.answered.is_some() || !types)
    }
}

/// How long a visit goes on when everything is there; shifts until then count.
const AFTER: Duration = Duration::from_secs(2);

/// How long everything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Visits a place of the site for the first time; where `types`, a letter is
/// typed as soon as there is a field for it.
///
/// # Errors
/// A sentence that says what is missing or has not happened.
pub fn visit(slow: Slow, place: &str, types: bool) -> Result<Visit, String> {
    let site = Site::built()?;
    let (width, height) = slow.size;
    let browser = Browser::start_in(Engine::Chromium, width, height)?;
    let types_so = if types { "true" } else { "false" };
    browser.before_each_document(&WATCH.replace("TYPES", types_so));
    browser.slow_line(slow.kilobits, slow.latency);
    browser.slow_down(slow.processor);
    let address = format!("{}{place}", site.address());
    // Without waiting for the load, which an answer may precede.
    browser.script(
        "setTimeout(() => { location.href = arguments[0]; })",
        &[json!(address)],
    );
    let look = || -> Visit {
        let told = browser.script("return window.visit ? window.visit() : {}", &[]);
        serde_json::from_value(told).unwrap_or_default()
    };
    let pause = Duration::from_millis(500);
    let mut waited = Duration::ZERO;
    while !look().is_over(types) {
        if waited > PATIENCE {
            return Err(format!("The page did not come to its end: {:?}", look()));
        }
        thread::sleep(pause);
        waited += pause;
    }
    thread::sleep(AFTER);
    Ok(look())
}

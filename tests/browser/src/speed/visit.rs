//! One visit to a page: its start, and what a reader does there.

use std::{path::Path, thread, time::Duration};

use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    known::{Answer, Known},
    processor::Processor,
};
use crate::{
    browser::Browser,
    engine::Engine,
    page::{checkbox, part, result},
    site::Site,
    slow::line::{Line, Model},
};

/// Types the first letter and takes the times, before the page's own scripts.
const WATCH: &str = include_str!("watch.js");

/// After an event, until its time is asked for; and after that, until the page
/// has done what it does later.
const SETTLE: Duration = Duration::from_millis(80);

/// After the start, until a page has done what it does later.
const REST: Duration = Duration::from_secs(1);

/// After the last letter, until the page has written the address.
const ADDRESS: Duration = Duration::from_millis(450);

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is timed after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Keystroke,
    Filter,
    Clear,
    Open,
    Save,
    BackForward,
}

impl Kind {
    /// In the order of the tables.
    pub const ALL: [Self; 6] = [
        Self::Keystroke,
        Self::Filter,
        Self::Clear,
        Self::Open,
        Self::Save,
        Self::BackForward,
    ];

    /// What the tables call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Keystroke => "keystroke",
            Self::Filter => "click on a filter",
            Self::Clear => "clear",
            Self::Open => "open the details",
            Self::Save => "save",
            Self::BackForward => "back and forward",
        }
    }
}

/// What a reader does, and what the address asks then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A letter more in the search field.
    Type(char),
    /// A click on a value of a facet.
    Toggle(&'static str, &'static str),
    Clear,
    /// A click that opens a recommendation, or closes it.
    Open(u16),
    Close(u16),
    Save(u16),
    Unsave(u16),
    Back,
    Forward,
}

impl Action {
    fn kind(&self) -> Option<Kind> {
        Some(match self {
            Self::Type(_) => Kind::Keystroke,
            Self::Toggle(..) => Kind::Filter,
            Self::Clear => Kind::Clear,
            Self::Open(_) => Kind::Open,
            Self::Save(_) => Kind::Save,
            Self::Back | Self::Forward => Kind::BackForward,
            // What undoes another action is no kind of its own.
            Self::Close(_) | Self::Unsave(_) => return None,
        })
    }

    /// The event that its time begins with.
    fn event(&self) -> &'static str {
        match self {
            Self::Type(_) => "keydown",
            Self::Back | Self::Forward => "popstate",
            _ => "click",
        }
    }

    /// What is clicked.
    fn target(&self) -> Option<String> {
        Some(match self {
            Self::Toggle(facet, value) => checkbox(facet, value),
            Self::Clear => part("clear"),
            Self::Open(number) | Self::Close(number) => {
                format!("{} button[aria-expanded]", result(*number))
            }
            Self::Save(number) | Self::Unsave(number) => {
                format!("button{}[data-number=\"{number}\"]", part("save"))
            }
            Self::Type(_) | Self::Back | Self::Forward => return None,
        })
    }

    /// What is there after it, besides the list.
    fn trace(&self) -> Option<String> {
        let (state, value) = match self {
            Self::Open(_) => ("aria-expanded", "true"),
            Self::Close(_) => ("aria-expanded", "false"),
            Self::Save(_) => ("aria-pressed", "true"),
            Self::Unsave(_) => ("aria-pressed", "false"),
            _ => return None,
        };
        Some(format!("{}[{state}=\"{value}\"]", self.target()?))
    }
}

/// What is done in every visit.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    steps: Vec<(Action, String)>,
}

impl Plan {
    /// A row of actions in which these texts are typed.
    pub fn new(texts: &[&str]) -> Plan {
        let mut plan = Plan::default();
        for text in texts {
            for (at, sign) in text.char_indices() {
                let typed = &text[..at + sign.len_utf8()];
                plan.push(
                    Action::Type(sign),
                    &format!("q={}", typed.replace(' ', "+")),
                );
            }
            plan.push(Action::Clear, "");
        }
        for (action, query) in [
            (Action::Toggle("cluster", "b"), "cluster=b"),
            (Action::Toggle("cluster", "d"), "cluster=b_d"),
            (
                Action::Toggle("theme", "member-driven"),
                "cluster=b_d&theme=member-driven",
            ),
            (Action::Back, "cluster=b_d"),
            (Action::Back, "cluster=b"),
            (Action::Forward, "cluster=b_d"),
            (Action::Toggle("cluster", "b"), "cluster=d"),
            (Action::Toggle("cluster", "d"), ""),
            (
                Action::Toggle("theme", "technology-transfer"),
                "theme=technology-transfer",
            ),
            (Action::Clear, ""),
            (Action::Back, "theme=technology-transfer"),
            (Action::Forward, ""),
        ] {
            plan.push(action, query);
        }
        for number in [2, 4, 6, 8] {
            plan.push(Action::Open(number), "");
            plan.push(Action::Close(number), "");
            plan.push(Action::Save(number), "");
            plan.push(Action::Unsave(number), "");
        }
        plan
    }

    fn push(&mut self, action: Action, query: &str) {
        self.steps.push((action, query.to_owned()));
    }
}

/// One time that was taken, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    pub kind: Kind,
    /// From the event to the frame with the answer.
    pub painted: f64,
    /// What the main thread has done meanwhile and until the page was at rest.
    pub work: f64,
}

/// How a page starts; times in milliseconds.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Start {
    /// Until the first frame with the answer to the first letter.
    pub answered: f64,
    /// Until the page has said that it answers.
    pub ready: f64,
    /// Until anything was painted.
    pub paint: f64,
    /// The longest task between these two; 0 where none took 50.
    pub longest: f64,
    /// The time of day at which it began.
    origin: f64,
    /// What the main thread has done until the answer, where that is known.
    pub work: Option<f64>,
    /// What the main thread has done until the page was at rest.
    pub work_at_rest: f64,
}

/// On what a page is visited.
#[derive(Clone, Copy, Debug)]
pub struct Device {
    /// How many times slower than the machine the processor is.
    pub slower: f64,
    /// The page area, in CSS pixels.
    pub size: (u32, u32),
    /// The line to the server; `None` for that within the machine.
    pub line: Option<Model>,
}

/// A machine as it is.
pub const DESKTOP: Device = Device {
    slower: 1.0,
    size: (1280, 900),
    line: None,
};

/// What a page takes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    /// What scripts hold on to, in bytes.
    pub scripts: f64,
    /// The memory of wasm programs, in bytes.
    pub wasm: f64,
    pub nodes: f64,
    pub listeners: f64,
}

/// What was measured in a visit.
#[derive(Clone, Debug)]
pub struct Visit {
    pub start: Start,
    /// After the start.
    pub memory: Memory,
    pub samples: Vec<Sample>,
    /// After all actions.
    pub memory_after: Memory,
}

/// Visits the page in a folder in a browser of its own, and does there what is
/// planned.
///
/// # Errors
/// A sentence that says what is missing, or what the page has answered wrongly.
pub fn visit(
    folder: &Path,
    known: &Known,
    first: char,
    plan: &Plan,
    device: Device,
) -> Result<Visit, String> {
    let begun = Begun::new(folder, known, first, device)?;
    let browser = &begun.browser;
    let mut start = begun.start;
    let reader = Reader { browser, known };
    thread::sleep(REST);
    start.work_at_rest = browser.work();
    let memory = reader.memory();

    reader.act(&Action::Clear, "")?;
    let mut samples = Vec::new();
    for (place, (action, query)) in plan.steps.iter().enumerate() {
        let (painted, work) = reader.act(action, query)?;
        if let Some(kind) = action.kind() {
            samples.push(Sample {
                kind,
                painted,
                work,
            });
        }
        let next = plan.steps.get(place + 1).map(|(action, _)| action);
        let is_letter = |action: &Action| matches!(action, Action::Type(_));
        if is_letter(action) && !next.is_some_and(is_letter) {
            thread::sleep(ADDRESS);
        }
    }
    Ok(Visit {
        start,
        memory,
        samples,
        memory_after: reader.memory(),
    })
}

/// Visits the page in a folder in a browser of its own, until it has answered a
/// letter.
///
/// # Errors
/// As [`visit`].
pub fn first_answer(
    folder: &Path,
    known: &Known,
    first: char,
    device: Device,
) -> Result<Start, String> {
    Begun::new(folder, known, first, device).map(|begun| begun.start)
}

/// A page that has answered its first letter.
struct Begun {
    browser: Browser,
    start: Start,
    // For as long as the page may ask them for something.
    _site: Site,
    _line: Option<Line>,
}

impl Begun {
    fn new(folder: &Path, known: &Known, first: char, device: Device) -> Result<Begun, String> {
        let site = Site::serve(folder)?;
        let line = device.line.map(|model| Line::to(site.socket(), model));
        let line = line.transpose();
        let line = line.map_err(|error| format!("There is no line to the site: {error}."))?;
        let (width, height) = device.size;
        let browser = Browser::start_in(Engine::Chromium, width, height)?;
        let first = wanted(&known.answer(&format!("q={first}")), &first.to_string());
        browser.before_each_document(&WATCH.replace("FIRST", &first.to_string()));
        browser.count_work();
        browser.slow_down(device.slower);

        let processor = Processor::watch(browser.processes());
        let address = line.as_ref().map_or_else(|| site.address(), Line::address);
        // Without waiting for the load, which an answer may precede.
        let go = "setTimeout(() => { location.href = arguments[0]; })";
        browser.script(go, &[json!(address)]);
        thread::sleep(REST);
        let told = Reader {
            browser: &browser,
            known,
        }
        .eventually("answer the first letter", || {
            let told = browser.script("return window.bench?.start() ?? {}", &[]);
            (told["answered"].is_number() && told["ready"].is_number()).then_some(told)
        })?;
        let mut start: Start = serde_json::from_value(told.clone())
            .map_err(|error| format!("The start was not timed ({error}): {told}"))?;
        start.work = processor.used(start.origin, start.origin + start.answered);
        Ok(Begun {
            browser,
            start,
            _site: site,
            _line: line,
        })
    }
}

/// An answer as the script takes it, with the text that is typed for it.
fn wanted(answer: &Answer, text: &str) -> Value {
    json!({ "numbers": answer.numbers, "marked": !text.is_empty(), "text": text })
}

struct Reader<'a> {
    browser: &'a Browser,
    known: &'a Known,
}

impl Reader<'_> {
    /// Does something and waits for the answer. Gives how long that took, and the
    /// work of the main thread for it.
    fn act(&self, action: &Action, query: &str) -> Result<(f64, f64), String> {
        let browser = self.browser;
        let answer = self.known.answer(query);
        let text = query.strip_prefix("q=").unwrap_or_default();
        let mut wanted = wanted(&answer, text);
        wanted["present"] = json!(action.trace());
        if let Action::Open(number) = action {
            // The details have words of their own.
            let selector = result(*number);
            let length = browser.script("return bench.length(arguments[0])", &[json!(selector)]);
            let length = length.as_u64().unwrap_or_default() + 20;
            wanted["longer"] = json!({ "selector": selector, "length": length });
        }
        let target = action.target().map(|target| {
            let middle = browser.script("return bench.middle(arguments[0])", &[json!(target)]);
            serde_json::from_value::<(f64, f64)>(middle)
                .map_err(|error| format!("{target} cannot be clicked: {error}."))
        });
        let target = target.transpose()?;
        match (action, target) {
            // A mouse comes from somewhere, and pages answer that too.
            (_, Some((x, y))) => {
                browser.point(x, y);
                thread::sleep(SETTLE);
            }
            (Action::Type(_), _) => {
                let focus = "document.querySelector(arguments[0]).focus({ preventScroll: true })";
                browser.script(focus, &[json!(part("search"))]);
            }
            _ => {}
        }
        browser.script(
            "bench.expect(...arguments)",
            &[json!(action.event()), wanted.clone()],
        );
        let before = browser.work();
        match (action, target) {
            (Action::Type(sign), _) => browser.type_sign(*sign),
            (Action::Back, _) => drop(browser.script("setTimeout(() => history.back())", &[])),
            (Action::Forward, _) => {
                drop(browser.script("setTimeout(() => history.forward())", &[]))
            }
            (_, Some((x, y))) => browser.click_at(x, y),
            (_, None) => {}
        }
        thread::sleep(SETTLE);
        let what = format!("answer {action:?} with ?{query}");
        let taken =
            self.eventually(&what, || browser.script("return bench.taken", &[]).as_f64())?;
        thread::sleep(SETTLE);
        let work = browser.work() - before;
        self.check(&what, &wanted, &answer)?;
        Ok((taken, work))
    }

    /// Compares all that is shown with what must be.
    fn check(&self, what: &str, wanted: &Value, answer: &Answer) -> Result<(), String> {
        let told = self.browser.script(
            "return [bench.shows(arguments[0]), bench.counts()]",
            std::slice::from_ref(wanted),
        );
        let (is_shown, mut counts): (bool, Vec<(String, String, usize)>) =
            serde_json::from_value(told).map_err(|error| format!("The page told: {error}."))?;
        let mut expected = answer.counts.clone();
        counts.sort_unstable();
        expected.sort_unstable();
        let wrong: Vec<_> = counts
            .iter()
            .filter(|one| !expected.contains(one))
            .collect();
        if is_shown && counts.len() == expected.len() && wrong.is_empty() {
            return Ok(());
        }
        Err(format!(
            "The page did not {what}: list {is_shown}, wrong counts {wrong:?}."
        ))
    }

    fn memory(&self) -> Memory {
        let browser = self.browser;
        browser.collect_garbage();
        let wasm = browser.script("return bench.wasm()", &[]);
        Memory {
            scripts: browser.memory() as f64,
            wasm: wasm.as_f64().unwrap_or_default(),
            nodes: browser.metric("Nodes"),
            listeners: browser.metric("JSEventListeners"),
        }
    }

    fn eventually<T>(&self, what: &str, look: impl Fn() -> Option<T>) -> Result<T, String> {
        let pause = Duration::from_millis(100);
        let mut waited = Duration::ZERO;
        loop {
            if let Some(found) = look() {
                return Ok(found);
            }
            if waited > PATIENCE {
                let body = self
                    .browser
                    .script("return document.body?.innerText.slice(0, 300)", &[]);
                return Err(format!("The page did not {what}. It shows: {body}"));
            }
            thread::sleep(pause);
            waited += pause;
        }
    }
}

//! A session of the browser: one window of a fresh profile, told what to do.
//!
//! A test is a row of steps, each of which ends before the next begins, so the
//! face of this module blocks and the asynchronous client stays behind it.

mod frames;
mod protocol;

use std::{cell::Cell, future::Future, path::Path, thread, time::Duration};

use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{
        Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions,
        PointerAction, TouchActions,
    },
    elements::Element,
    error::CmdError,
    wd::WindowHandle,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use url::Url;

use crate::{driver::Driver, engine::Engine};
pub use protocol::Line;

/// A browser with a profile of its own, closed when dropped.
pub struct Browser {
    // In this order: the client ends before the runtime that it runs on.
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
    engine: Engine,
    size: Cell<(u32, u32)>,
}

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(WindowHandle);

/// What points at something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    Mouse,
    Finger,
}

/// How long a pointer takes from one point to the next.
const STROKE: Duration = Duration::from_millis(60);

/// How often a session is asked for at most, and how long to wait in between.
/// A driver may end at once: Chromium's takes a free port of one network, and
/// ends where the same port of the other network is taken.
const ATTEMPTS: usize = 5;
const PAUSE: Duration = Duration::from_millis(500);

/// A driver of an engine, and its session.
fn connect(engine: Engine, program: &Path, runtime: &Runtime) -> Result<(Driver, Client), String> {
    let driver = Driver::start(engine)?;
    let wishes = engine.wishes(program);
    let wishes = wishes.as_object().cloned().unwrap_or_default();
    let client = runtime.block_on(
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes)
            .connect(&driver.address()),
    );
    let client = client.map_err(|error| {
        let program = program.display();
        format!(
            "{program} cannot be driven ({error}); check that the driver is of the same version."
        )
    })?;
    Ok((driver, client))
}

/// What presses at the first point and goes to the others.
fn held(points: &[(f64, f64)]) -> Vec<PointerAction> {
    let mut steps = Vec::new();
    for (place, (x, y)) in points.iter().enumerate() {
        let duration = Some(STROKE);
        let (x, y) = (*x, *y);
        steps.push(PointerAction::MoveTo { duration, x, y });
        if place == 0 {
            let button = MOUSE_BUTTON_LEFT;
            steps.push(PointerAction::Down { button });
        }
    }
    steps
}

impl Browser {
    /// Starts Chromium with a page area of `width` × `height` CSS pixels.
    ///
    /// # Errors
    /// A sentence that says what is missing and what to do.
    pub fn start(width: u32, height: u32) -> Result<Browser, String> {
        Browser::start_in(Engine::Chromium, width, height)
    }

    /// Starts the browser of an engine with a page area of `width` × `height`
    /// CSS pixels.
    ///
    /// # Errors
    /// As [`Browser::start`].
    pub fn start_in(engine: Engine, width: u32, height: u32) -> Result<Browser, String> {
        let program = engine.browser()?;
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| format!("The tests cannot run: {error}."))?;
        let mut session = connect(engine, &program, &runtime);
        for _ in 1..ATTEMPTS {
            if session.is_ok() {
                break;
            }
            thread::sleep(PAUSE);
            session = connect(engine, &program, &runtime);
        }
        let (driver, client) = session?;
        let browser = Browser {
            client: Some(client),
            runtime,
            driver,
            engine,
            size: Cell::new((width, height)),
        };
        browser.resize(width, height);
        Ok(browser)
    }

    /// The engine that it runs.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The group of its processes.
    pub(crate) fn processes(&self) -> u32 {
        self.driver.group()
    }

    /// Makes the page area `width` × `height` CSS pixels. A window has a least
    /// width, so the page is told another one.
    pub fn resize(&self, width: u32, height: u32) {
        self.size.set((width, height));
        self.tell_size();
    }

    /// Goes to an address and waits until the document is loaded.
    pub fn go(&self, address: &str) {
        self.run("go to the address", |client| async move {
            client.goto(address).await
        });
    }

    /// The whole address of the tab.
    pub fn address(&self) -> Url {
        self.run("tell the address", |client| async move {
            client.current_url().await
        })
    }

    /// Presses Back.
    pub fn back(&self) {
        self.run("go back", |client| async move { client.back().await });
    }

    /// Presses Forward.
    pub fn forward(&self) {
        self.run("go forward", |client| async move { client.forward().await });
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.run("reload", |client| async move { client.refresh().await });
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        let arguments = arguments.to_vec();
        self.run("run a script", |client| async move {
            client.execute(body, arguments).await
        })
    }

    /// Runs the body of a function in the page and gives what it hands, maybe
    /// later, to the function that is its last argument.
    pub fn script_until_done(&self, body: &str, arguments: &[Value]) -> Value {
        let arguments = arguments.to_vec();
        self.run("run a script", |client| async move {
            client.execute_async(body, arguments).await
        })
    }

    /// Clicks the first element that a selector finds, as a mouse would: what
    /// is covered or not shown can't be clicked.
    pub fn click(&self, selector: &str) {
        self.on(selector, |element| async move { element.click().await });
    }

    /// As [`Self::click`], where the driver may fail.
    ///
    /// # Errors
    /// What the driver says.
    pub fn try_click(&self, selector: &str) -> Result<(), CmdError> {
        let Some(client) = &self.client else {
            panic!("The browser is closed.");
        };
        self.runtime
            .block_on(async { client.find(Locator::Css(selector)).await?.click().await })
    }

    /// Types into the first element that a selector finds.
    pub fn keys(&self, selector: &str, keys: &str) {
        self.on(
            selector,
            |element| async move { element.send_keys(keys).await },
        );
    }

    /// Presses a key, wherever the focus is.
    pub fn press(&self, key: char) {
        let strokes = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.run("press a key", |client| async move {
            client.perform_actions(strokes).await
        });
    }

    /// Presses a key while another is held.
    pub fn press_with(&self, held: char, key: char) {
        let strokes = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.run("press two keys", |client| async move {
            client.perform_actions(strokes).await
        });
    }

    /// Presses at the first of some points of the window, in CSS pixels, goes to the
    /// others, and lets go there after a while.
    pub fn drag(&self, with: Pointer, points: &[(f64, f64)], after: Duration) {
        let mut steps = held(points);
        steps.push(PointerAction::Pause { duration: after });
        steps.push(PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        });
        self.perform(with, steps);
    }

    /// As [`Browser::drag`], and the mouse stays pressed.
    pub fn hold(&self, points: &[(f64, f64)]) {
        self.perform(Pointer::Mouse, held(points));
    }

    /// Lets go what [`Browser::hold`] has pressed.
    pub fn let_go(&self) {
        let button = MOUSE_BUTTON_LEFT;
        self.perform(Pointer::Mouse, vec![PointerAction::Up { button }]);
    }

    fn perform(&self, with: Pointer, steps: Vec<PointerAction>) {
        // The same name each time: what is pressed stays so.
        let actions = match with {
            Pointer::Mouse => {
                let mouse = MouseActions::new("mouse".into());
                Actions::from(steps.into_iter().fold(mouse, InputSource::then))
            }
            Pointer::Finger => {
                let finger = TouchActions::new("finger".into());
                Actions::from(steps.into_iter().fold(finger, InputSource::then))
            }
        };
        self.run("point", |client| async move {
            client.perform_actions(actions).await
        });
    }

    /// The tab that is in front.
    pub fn tab(&self) -> Tab {
        Tab(self.run(
            "tell the tab",
            |client| async move { client.window().await },
        ))
    }

    /// Opens an empty tab and brings it to the front. In WebKit it is a window: its
    /// driver brings no tab to the front, and nothing is drawn behind another tab.
    pub fn new_tab(&self) -> Tab {
        let as_tab = self.engine != Engine::WebKit;
        let made = self.run("open a tab", |client| async move {
            client.new_window(as_tab).await
        });
        let tab = Tab(made.handle);
        self.front(&tab);
        self.tell_size();
        tab
    }

    /// Opens an empty tab and closes the one that is in front.
    pub fn change_tab(&self) {
        let old = self.tab();
        let new = self.new_tab();
        self.front(&old);
        self.run("close a tab", |client| async move {
            client.close_window().await
        });
        self.front(&new);
    }

    /// Brings a tab to the front.
    pub fn front(&self, tab: &Tab) {
        let handle = tab.0.clone();
        self.run("change the tab", |client| async move {
            client.switch_to_window(handle).await
        });
    }

    /// A picture of what is seen of the page, as a PNG.
    pub fn picture(&self) -> Vec<u8> {
        self.run("take a picture", |client| async move {
            client.screenshot().await
        })
    }

    fn on<'a, Done: Future<Output = Result<(), CmdError>>>(
        &'a self,
        selector: &'a str,
        step: impl FnOnce(Element) -> Done,
    ) {
        self.run(&format!("use {selector}"), |client| async move {
            step(client.find(Locator::Css(selector)).await?).await
        });
    }

    fn run<'a, T, Done: Future<Output = Result<T, CmdError>>>(
        &'a self,
        what: &str,
        step: impl FnOnce(&'a Client) -> Done,
    ) -> T {
        let Some(client) = &self.client else {
            panic!("The browser could not {what}: it is closed.");
        };
        let done = self.runtime.block_on(step(client));
        done.unwrap_or_else(|error| panic!("The browser could not {what}: {error}."))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // If it does not answer, the end of the driver ends it.
            let _ = self.runtime.block_on(client.close());
        }
    }
}

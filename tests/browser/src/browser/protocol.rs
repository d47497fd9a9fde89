//! What the standard of WebDriver does not have: the browser's own protocol and
//! its logs.

use std::path::Path;

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::Browser;
use crate::engine::Engine;

/// A line of the browser's console or of its own log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub level: String,
    pub text: String,
}

impl Browser {
    /// Runs a script in every document of this tab before its own scripts.
    pub fn before_each_document(&self, source: &str) {
        let name = "Page.addScriptToEvaluateOnNewDocument";
        self.protocol(name, json!({ "source": source }));
    }

    /// Lets no script of the pages run from now on.
    pub fn without_scripts(&self) {
        self.protocol(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        );
    }

    /// Begins to count what [`Browser::work`] tells.
    pub fn count_work(&self) {
        self.protocol("Performance.enable", json!({}));
    }

    /// How long scripts, style and layout have been at work since then, in
    /// milliseconds: what other programs of the machine take is not in it.
    pub fn work(&self) -> f64 {
        self.metric("ThreadTime") * 1000.0
    }

    /// A figure of the page, as Chromium names it, from [`Browser::count_work`] on.
    pub(crate) fn metric(&self, name: &str) -> f64 {
        let told = self.protocol("Performance.getMetrics", json!({}));
        let mut metrics = told["metrics"].as_array().into_iter().flatten();
        let metric = metrics.find(|one| one["name"] == name);
        let value = metric.and_then(|one| one["value"].as_f64());
        value.unwrap_or_else(|| panic!("Chromium does not tell {name}."))
    }

    /// Types a sign where the focus is, by a key as a reader presses it.
    pub fn type_sign(&self, sign: char) {
        let key =
            |kind: &str| json!({ "type": kind, "key": sign, "text": sign, "unmodifiedText": sign });
        self.protocol("Input.dispatchKeyEvent", key("keyDown"));
        self.protocol("Input.dispatchKeyEvent", key("keyUp"));
    }

    /// Clicks at a point of the window, in CSS pixels.
    pub fn click_at(&self, x: f64, y: f64) {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.protocol("Input.dispatchMouseEvent", event);
        }
    }

    /// Makes the pages so many times slower than the machine is.
    pub fn slow_down(&self, times: f64) {
        self.protocol("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// Gives the pages a line of so many kbit/s both ways, on which the first byte
    /// of an answer takes so many milliseconds.
    pub fn slow_line(&self, kilobits: f64, latency: f64) {
        self.protocol("Network.enable", json!({}));
        let bytes = kilobits * 1000.0 / 8.0;
        let line = json!({
            "offline": false, "latency": latency,
            "downloadThroughput": bytes, "uploadThroughput": bytes,
        });
        self.protocol("Network.emulateNetworkConditions", line);
    }

    /// Frees the memory that scripts no longer use, and waits until what hangs on
    /// that has been told of it.
    pub fn collect_garbage(&self) {
        // What is told of the first time may free more.
        for _ in 0..2 {
            self.protocol("HeapProfiler.collectGarbage", json!({}));
            let told = "setTimeout(arguments[0], 50)";
            self.script_until_done(told, &[]);
        }
    }

    /// Keeps in a folder what pages hand to the browser as files.
    pub fn keep_files_in(&self, folder: &Path) {
        let wish = json!({ "behavior": "allow", "downloadPath": folder });
        self.protocol("Browser.setDownloadBehavior", wish);
    }

    /// Lets the page read the clipboard, as a reader who agrees would.
    pub fn allow_reading_the_clipboard(&self) {
        let wish = json!({ "descriptor": { "name": "clipboard-read" }, "state": "granted" });
        self.extension("permissions", wish);
    }

    /// What was written to the console, and what the browser itself complained
    /// of, since this was last asked. Firefox tells only of errors that were not
    /// caught, WebKit of nothing.
    pub fn console(&self) -> Vec<Line> {
        if self.engine != Engine::Chromium {
            let line = |text| Line {
                level: "SEVERE".into(),
                text,
            };
            return self.driver.uncaught().into_iter().map(line).collect();
        }
        let lines = self.log("browser");
        let text = |line: &Value, key: &str| line[key].as_str().unwrap_or_default().to_owned();
        let lines = lines.iter().map(|line| Line {
            level: text(line, "level"),
            text: text(line, "message"),
        });
        lines.collect()
    }

    /// The addresses that were asked for since this was last asked.
    pub fn requests(&self) -> Vec<String> {
        let events = self.log("performance");
        let request = |event: &Value| {
            let event: Value = serde_json::from_str(event["message"].as_str()?).ok()?;
            let message = event.get("message")?;
            let sent = message.get("method")? == "Network.requestWillBeSent";
            let address = message.pointer("/params/request/url")?.as_str()?;
            sent.then(|| address.to_owned())
        };
        events.iter().filter_map(request).collect()
    }

    /// Why the browser would not offer to put the page among the applications of
    /// the device, as it names the reasons; and the manifest as it has read it,
    /// with what is wrong with that.
    pub fn installability(&self) -> (Value, Value) {
        let errors = self.protocol("Page.getInstallabilityErrors", json!({}));
        let manifest = self.protocol("Page.getAppManifest", json!({}));
        (errors["installabilityErrors"].clone(), manifest)
    }

    /// How much memory the scripts of the page hold on to, in bytes.
    pub fn memory(&self) -> u64 {
        self.protocol("HeapProfiler.collectGarbage", json!({}));
        let used = self.protocol("Runtime.getHeapUsage", json!({}));
        used["usedSize"].as_f64().unwrap_or_default() as u64
    }

    /// Moves the mouse to a point of the window, in CSS pixels.
    pub fn point(&self, x: f64, y: f64) {
        let moved = json!({ "type": "mouseMoved", "x": x, "y": y });
        self.protocol("Input.dispatchMouseEvent", moved);
    }

    /// Shows pages as for a medium (`print`; none: the screen) and as for a reader
    /// who prefers these features.
    pub fn emulate(&self, medium: &str, features: &[(&str, &str)]) {
        let features = features.iter();
        let features = features.map(|(name, value)| json!({ "name": name, "value": value }));
        let features: Vec<Value> = features.collect();
        let media = json!({ "media": medium, "features": features });
        self.protocol("Emulation.setEmulatedMedia", media);
    }

    /// Lets nothing arrive whose address fits one of these patterns.
    pub fn block(&self, patterns: &[&str]) {
        self.protocol("Network.enable", json!({}));
        self.protocol("Network.setBlockedURLs", json!({ "urls": patterns }));
    }

    /// The page on paper, as a PDF in base64.
    pub fn print(&self) -> String {
        let printed = self.protocol("Page.printToPDF", json!({}));
        printed["data"].as_str().unwrap_or_default().to_owned()
    }

    pub(super) fn tell_size(&self) {
        let (width, height) = self.size.get();
        if self.engine != Engine::Chromium {
            return self.tell_window(width, height);
        }
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.protocol("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Makes the window as much larger as its frame takes.
    fn tell_window(&self, width: u32, height: u32) {
        let body = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let (beside, above): (u32, u32) =
            serde_json::from_value(self.script(body, &[])).unwrap_or_default();
        self.run("change the window", |client| async move {
            client.set_window_size(width + beside, height + above).await
        });
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let lines = self.extension("se/log", json!({ "type": kind }));
        lines.as_array().cloned().unwrap_or_default()
    }

    /// A command of the browser's own protocol.
    fn protocol(&self, name: &str, parameters: Value) -> Value {
        let command = json!({ "cmd": name, "params": parameters });
        self.extension("goog/cdp/execute", command)
    }

    fn extension(&self, path: &'static str, body: Value) -> Value {
        self.run(path, |client| async move {
            client.issue_cmd(Extension { path, body }).await
        })
    }
}

/// A command beyond the standard, as chromedriver has it.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

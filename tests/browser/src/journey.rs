//! How a test begins and ends: a browser of its own, the built site, and the
//! step with which every one ends, that the console is empty.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::{browser::Browser, engine::Engine, page::Page, site::Site};

/// How many browsers run at a time; more make each other slow.
const AT_A_TIME: usize = 2;

/// What is different from a reader's usual browser and the usual site.
#[derive(Default)]
pub struct Setting {
    size: Option<(u32, u32)>,
    script: Option<&'static str>,
    site: Option<Site>,
    engine: Option<Engine>,
}

/// Visits the built site, at what follows its root in the address (`""`,
/// `"?q=a"`, `"#rec-12"`), and does `steps` there.
pub fn visit(place: &str, steps: impl FnOnce(&Page)) {
    Setting::default().visit(place, steps);
}

/// As [`visit`], in each of these engines that is there.
pub fn visit_in(engines: &[Engine], place: &str, steps: impl Fn(&Page)) {
    for engine in engines {
        // Without Chromium the tests fail and say what to install.
        if *engine != Engine::Chromium && !engine.is_there() {
            println!("{engine:?} is not there.");
            continue;
        }
        println!("In {engine:?}:");
        let setting = Setting {
            engine: Some(*engine),
            ..Setting::default()
        };
        setting.visit(place, &steps);
    }
}

/// As [`visit`], in Chromium and Firefox.
pub fn visit_in_both(place: &str, steps: impl Fn(&Page)) {
    visit_in(&[Engine::Chromium, Engine::Firefox], place, steps);
}

impl Setting {
    /// In a window of this width and height in CSS pixels.
    pub fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = Some((width, height));
        self
    }

    /// In a browser that runs `script` in every document before its own ones.
    pub fn with_script(mut self, script: &'static str) -> Self {
        self.script = Some(script);
        self
    }

    /// In this engine, which must be there.
    pub fn within(mut self, engine: Engine) -> Self {
        self.engine = Some(engine);
        self
    }

    /// On another site than the built one.
    pub fn on(mut self, site: Site) -> Self {
        self.site = Some(site);
        self
    }

    /// As [`visit`], in this setting.
    pub fn visit(self, place: &str, steps: impl FnOnce(&Page)) {
        self.visit_unready("about:blank", |page| {
            page.open(place);
            steps(page);
        });
    }

    /// As [`Setting::visit`], without waiting until the page is ready, which it
    /// may never be. `about:blank` is no place of the site.
    pub fn visit_unready(self, place: &str, steps: impl FnOnce(&Page)) {
        let _turn = Turn::take();
        let (width, height) = self.size.unwrap_or((1280, 900));
        let engine = self.engine.unwrap_or(Engine::Chromium);
        let site = self.site.map_or_else(Site::built, Ok);
        let started = site.and_then(|site| Ok((site, Browser::start_in(engine, width, height)?)));
        let (site, browser) = started.unwrap_or_else(|sentence| panic!("{sentence}"));
        if let Some(script) = self.script {
            browser.before_each_document(script);
        }
        let page = Page::new(browser, site);
        let address = match place {
            "about:blank" => place.to_owned(),
            _ => format!("{}{place}", page.root()),
        };
        page.browser().go(&address);
        steps(&page);
        let complaints = page.complaints();
        assert!(
            complaints.is_empty(),
            "The console is not empty: {complaints:#?}"
        );
    }
}

/// The right to run a browser, given back when dropped.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static FREE: Condvar = Condvar::new();

impl Turn {
    fn take() -> Turn {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |running: &mut usize| *running >= AT_A_TIME;
        let waited = FREE.wait_while(running, full);
        *waited.unwrap_or_else(PoisonError::into_inner) += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREE.notify_one();
    }
}

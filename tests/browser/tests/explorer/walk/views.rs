//! What a reader has open at a time: two tabs of the site, and a page of another
//! site with the explorer in a frame. The tabs have one saved list, the frame has
//! another.

use browser_tests::{browser::Tab, engine::Engine, page::Page};
use explorer::state::{ViewState, url};
use serde_json::json;

use super::Reader;
use crate::known::{AGENDA, view_state};

/// The place of the frame among the views: behind the tabs.
pub const FRAME: usize = 2;

/// The frame in its page.
const INSIDE: &str = "agenda-explorer > iframe";

/// By how many pixels a frame is lower or higher than what is in it; one or two are
/// from rounding.
const MISSING: &str = "
    const content = document.body.getBoundingClientRect().height;
    const missing = Math.round(content - innerHeight);
    return Math.abs(missing) > 2 ? missing : 0;";

/// The page around the frame: the element, and what it tells, as attributes, which
/// drivers read in every engine.
pub const HOST: &str = "<script>
        const { dataset } = document.body;
        const hear = {
            'agenda-ready': () => { dataset.ready = Number(dataset.ready ?? 0) + 1; },
            'agenda-state': ({ shown, total, query }) => { dataset.state = `${shown} of ${total} at ?${query}`; },
            'agenda-saved': ({ count }) => { dataset.saved = `${count} saved`; },
        };
        for (const [name, tell] of Object.entries(hear)) {
            document.addEventListener(name, (event) => tell(event.detail));
        }
    </script>
    <script async src={explorer}embed.js></script>
    <agenda-explorer events></agenda-explorer>";

/// A view that is open.
pub struct View {
    pub history: Vec<ViewState>,
    /// The place of the present entry.
    pub at: usize,
    pub framed: bool,
    /// `None` where it is the only one.
    tab: Option<Tab>,
}

impl View {
    /// One that was just opened.
    pub fn at(query: &str) -> View {
        View {
            history: vec![view_state(query)],
            at: 0,
            framed: false,
            tab: None,
        }
    }

    pub fn now(&self) -> &ViewState {
        &self.history[self.at]
    }
}

impl Reader {
    /// Opens another tab and the page around the frame beside the present tab,
    /// which stays in front.
    pub fn open_more(&mut self, host: &str, page: &Page) {
        let browser = page.browser();
        self.views[0].tab = Some(browser.tab());
        let second = View {
            tab: Some(page.open_tab("")),
            ..View::at("")
        };
        let tab = browser.new_tab();
        browser.go(host);
        is_ready(page, 1);
        let frame = View {
            framed: true,
            tab: Some(tab),
            ..View::at("embed=1&events=1")
        };
        self.views.extend([second, frame]);
        for view in [FRAME, 1, 0] {
            self.look_at(view, page);
            self.agrees_with(page);
        }
    }

    /// Turns to one of the views. A frame that is left is as high as what is in it.
    pub fn look_at(&mut self, view: usize, page: &Page) {
        if self.view().framed {
            let missing = || page.browser().script(MISSING, &[]);
            page.becomes("what the frame lacks in height", missing, json!(0));
        }
        self.front = view;
        let Some(tab) = &self.view().tab else {
            return;
        };
        page.browser().front(tab);
        if self.view().framed {
            page.browser().enter_frame(INSIDE);
        }
    }

    /// Saves or removes one in this tab and at once another one in the other, and
    /// holds that both come to know of both.
    pub fn save_in_both(&mut self, here: u16, there: u16, page: &Page) {
        let (this, other) = (self.front, 1 - self.front);
        // What has been done before is known there by then.
        self.look_at(other, page);
        self.agrees_with(page);
        self.look_at(this, page);
        page.save(here);
        self.save(here);
        self.look_at(other, page);
        page.save(there);
        self.save(there);
        self.agrees_with(page);
        self.look_at(this, page);
    }

    /// Has the page around the frame ask it for a view.
    pub fn host_asks(&mut self, query: &str, page: &Page) {
        let ask = "document.querySelector('agenda-explorer').set(arguments[0])";
        self.outside(page, |page| page.browser().script(ask, &[json!(query)]));
        let asked = view_state(query);
        self.commit(|present| *present = asked.shown_as(present));
    }

    /// Has the page around the frame give the element another cluster: it begins
    /// with that and nothing else.
    pub fn host_chooses(&mut self, cluster: &str, page: &Page) {
        let choose = "
            const element = document.querySelector('agenda-explorer');
            const changes = element.getAttribute('cluster') !== arguments[0];
            element.setAttribute('cluster', arguments[0]);
            return changes;";
        let changes = self.outside(page, |page| {
            let before = ready(page);
            let changes = page.browser().script(choose, &[json!(cluster)]) == true;
            if changes {
                is_ready(page, before + 1);
            }
            changes
        });
        // The same cluster again is no change, and the frame stays as it is.
        if !changes {
            return;
        }
        let begun = format!("embed=1&cluster={cluster}&events=1");
        self.view_mut().history = vec![view_state(&begun)];
        // Firefox is told to refuse storage to the frames of other sites.
        if page.browser().engine() == Engine::Firefox {
            self.saved_mut().clear();
        }
    }

    /// Holds that the page around the frame is told what is shown.
    pub fn host_is_told(&self, page: &Page) {
        let total = AGENDA.len();
        let shown = self.answer().numbers.len();
        let query = url::write(&self.now().content(), &AGENDA);
        let saved = self.saved().len();
        let expected = json!([
            format!("{shown} of {total} at ?{query}"),
            format!("{saved} saved")
        ]);
        let told = "const { state, saved } = document.body.dataset; return [state, saved]";
        self.outside(page, |page| {
            let look = || page.browser().script(told, &[]);
            page.becomes("what the host is told", look, expected.clone());
        });
    }

    /// Does something in the page around the frame that the reader looks at.
    fn outside<T>(&self, page: &Page, steps: impl FnOnce(&Page) -> T) -> T {
        page.browser().leave_frame();
        let result = steps(page);
        page.browser().enter_frame(INSIDE);
        result
    }
}

/// How often the frame has become ready.
fn ready(page: &Page) -> u64 {
    let ready = "return Number(document.body.dataset.ready ?? 0)";
    let told = page.browser().script(ready, &[]);
    told.as_u64().expect("a number")
}

/// Waits until the frame has become ready so many times.
fn is_ready(page: &Page, times: u64) {
    page.becomes("how often the frame was ready", || ready(page), times);
}

//! How clicks and keys reach the page: through the driver, and again where the
//! driver may lose them.

use serde_json::json;

use super::{Page, part};
use crate::engine::Engine;

/// Keys as WebDriver names them.
const END: char = '\u{e010}';
const DELETE: char = '\u{e017}';

/// How often the driver is asked at most for a click or keys that did not arrive.
const ATTEMPTS: usize = 5;

/// Marks an element of which nothing covers the middle, and notes when a click
/// arrives at it.
const MARK: &str = "
    const [selector, place] = arguments;
    const root = document.documentElement;
    // Also where it is not in the page: the list keeps what it takes out.
    window.clicked?.removeAttribute('data-clicked');
    delete root.dataset.arrived;
    const element = document.querySelectorAll(selector)[place];
    // What is not laid out yet moves what is below.
    if (!element || document.querySelector('[data-late]')) return null;
    for (let at = element; at; at = at.parentElement) {
        if (at.matches('details')) at.open = true;
    }
    // Narrow screens have filters and pages behind a button, the page of the lists has
    // the filters so, and its tools behind \"More\".
    const openers = { facets: '.facets__open', pages: '.masthead__menu' };
    const folded = element.closest('#facets, #pages');
    const opener = folded && document.querySelector(openers[folded.id]);
    if (opener?.checkVisibility() && !element.checkVisibility()) {
        opener.click();
        return null;
    }
    const sheet = document.querySelector('dialog#sheet');
    if (sheet && !sheet.contains(element) && !element.matches(openers.facets)) {
        sheet.close();
        return null;
    }
    const more = document.querySelector('[data-part=list-more]:not([open])');
    if (more && element.closest('.explore__head') && !element.checkVisibility()) {
        more.open = true;
        return null;
    }
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    element.setAttribute('data-clicked', '');
    window.clicked = element;
    element.addEventListener('click', () => { root.dataset.arrived = ''; }, { capture: true, once: true });
    return true;";

/// Waits until what was scrolled is drawn where it is now.
const DRAWN: &str = "
    const done = arguments[0];
    setTimeout(done, 300);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)));";

const MARKED: &str = "[data-clicked]";

impl Page {
    /// From now on checks that each click and all keys have arrived, and repeats
    /// those that have not. On a busy machine WebKit's driver loses one in a few
    /// hundred. It also misses elements in a scrolled frame, so a script clicks and
    /// types there.
    pub fn repeat_lost_input(&self) {
        self.repeats_input.set(true);
    }

    /// Clicks one of the elements that a selector finds, with what it is folded
    /// into unfolded and scrolled to the middle.
    pub(super) fn click_nth(&self, selector: &str, place: usize) {
        let mark = || {
            self.eventually(&format!("there is number {place} of {selector}"), || {
                let arguments = [json!(selector), json!(place)];
                self.browser.script(MARK, &arguments).as_bool()
            });
            // Before that WebKit's driver clicks at what was there.
            if self.repeats_input.get() {
                self.browser.script_until_done(DRAWN, &[]);
            }
        };
        mark();
        if self.needs_scripts() {
            let click = format!("document.querySelector('{MARKED}').click()");
            self.browser.script(&click, &[]);
            return;
        }
        let click = || {
            if self.repeats_input.get() {
                // An error of the driver is a click that is lost.
                if let Err(error) = self.browser.try_click(MARKED) {
                    println!("The driver does not click at {selector}: {error}.");
                }
            } else {
                self.browser.click(MARKED);
            }
        };
        click();
        let arrived = "return 'arrived' in document.documentElement.dataset";
        let mut attempts = 1;
        while self.repeats_input.get() && self.browser.script(arrived, &[]) != true {
            attempts += 1;
            assert!(attempts <= ATTEMPTS, "No click arrives at {selector}.");
            println!("A click at {selector} was lost.");
            mark();
            click();
        }
    }

    /// Types over what is in the search field, and waits for nothing.
    pub fn type_over(&self, text: &str) {
        if self.needs_scripts() {
            return self.fill(text);
        }
        self.leave_sheet();
        let delete = DELETE.to_string();
        let keys = if text.is_empty() { &delete } else { text };
        self.select_all();
        self.browser.keys(&part("search"), keys);
        let mut attempts = 1;
        while self.repeats_input.get() && self.field() != text {
            attempts += 1;
            assert!(attempts <= ATTEMPTS, "{text:?} does not arrive.");
            println!("Keys of {text:?} were lost.");
            self.select_all();
            self.browser.keys(&part("search"), keys);
        }
    }

    /// Types behind what is in the search field.
    pub(super) fn type_behind(&self, text: &str) {
        let whole = format!("{}{text}", self.field());
        if self.needs_scripts() {
            return self.fill(&whole);
        }
        self.leave_sheet();
        self.browser.keys(&part("search"), &format!("{END}{text}"));
        if self.repeats_input.get() && self.field() != whole {
            println!("Keys of {text:?} were lost.");
            self.type_over(&whole);
        }
    }

    /// Closes the sheet of the filters, below which nothing can be typed.
    fn leave_sheet(&self) {
        let close = "document.querySelector('dialog#sheet:modal')?.close()";
        self.browser.script(close, &[]);
    }

    fn needs_scripts(&self) -> bool {
        let framed = || self.browser.script("return window.parent !== window", &[]) == true;
        self.repeats_input.get() && self.browser.engine() == Engine::WebKit && framed()
    }

    /// By a script: not every driver types on after a key like Control.
    fn select_all(&self) {
        let all = format!("document.querySelector('{}').select()", part("search"));
        self.browser.script(&all, &[]);
    }

    fn field(&self) -> String {
        let value = format!("return document.querySelector('{}').value", part("search"));
        let told = self.browser.script(&value, &[]);
        told.as_str().unwrap_or_default().to_owned()
    }

    fn fill(&self, text: &str) {
        let body = "
            const [selector, text] = arguments;
            const field = document.querySelector(selector);
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        let arguments = [json!(part("search")), json!(text)];
        self.browser.script(body, &arguments);
    }
}

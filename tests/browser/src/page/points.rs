//! What the reader looks at without changing anything: by the mouse, or by the
//! focus.

use serde_json::json;

use super::{Page, checkbox};

impl Page {
    /// Points at a value of a facet without choosing it.
    pub fn point_at(&self, facet: &str, value: &str) {
        let body = "
            const place = document.querySelector(arguments[0]).closest('label');
            place.closest('details').open = true;
            place.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = place.getBoundingClientRect();
            return [left + width / 2, top + height / 2];";
        let middle = self.browser.script(body, &[json!(checkbox(facet, value))]);
        let (x, y) = serde_json::from_value(middle).expect("a point");
        self.browser.point(x, y);
    }

    /// Points at nothing that answers it.
    pub fn point_away(&self) {
        self.browser.point(0.0, 0.0);
    }

    /// Gives the focus to a value of a facet, as the Tab key does.
    pub fn focus_on(&self, facet: &str, value: &str) {
        let body = "
            const field = document.querySelector(arguments[0]);
            field.closest('details').open = true;
            field.focus();";
        self.browser.script(body, &[json!(checkbox(facet, value))]);
    }
}

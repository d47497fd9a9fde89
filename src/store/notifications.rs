//! What the reader is told of what has happened.

use super::Store;
use crate::browser::page;
use crate::store::transient::Toast;

impl Store {
    /// Tells the reader something that has happened.
    pub fn notify(self, sentence: &str) {
        self.show_toast(Toast {
            sentence: sentence.to_owned(),
            undo: None,
            manual_copy: None,
        });
    }

    /// Tells the reader what was done.
    pub fn show_toast(self, toast: Toast) {
        page::note_place();
        self.announce(toast.sentence.clone());
        self.transient.update(|transient| {
            transient.toast = Some(toast);
            transient.toast_count += 1;
        });
    }

    /// Tells something to those who do not see the page.
    pub fn announce(self, mut sentence: String) {
        self.transient.update(|transient| {
            // What stays the same is not heard again.
            if transient.announced == sentence {
                sentence.push('\u{a0}');
            }
            transient.announced = sentence;
        });
    }

    /// Takes the warnings on the opened link away.
    pub fn clear_url_warnings(self) {
        self.transient
            .update(|transient| transient.warnings.clear());
    }
}

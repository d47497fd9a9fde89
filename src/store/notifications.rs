//! What the reader is told of what has happened.

use std::time::Duration;

use super::Store;
use crate::browser::page;
use crate::store::transient::Toast;

/// How long a message stands that leaves by itself.
const READING: Duration = Duration::from_secs(6);

impl Store {
    /// Tells the reader something that has happened.
    pub fn notify(self, sentence: &str) {
        self.show_toast(Toast {
            sentence: sentence.to_owned(),
            ..Toast::default()
        });
    }

    /// Tells the reader that something could not be done.
    pub fn notify_failure(self, sentence: &str) {
        self.show_toast(Toast {
            sentence: sentence.to_owned(),
            is_failure: true,
            ..Toast::default()
        });
    }

    /// Tells the reader what was done, or could not be. What tells no failure and has
    /// nothing to press leaves by itself.
    pub fn show_toast(self, toast: Toast) {
        page::note_place();
        self.announce(toast.sentence.clone());
        let can_undo = toast.undo.is_some();
        let stays = can_undo || toast.is_failure || toast.manual_copy.is_some();
        self.transient.update(|transient| {
            transient.add_done(&toast);
            let before = transient.toast.replace(toast);
            // What can be undone comes back after what cannot.
            let before = before.filter(|before| before.undo.is_some());
            transient.undoable = before.or(transient.undoable.take()).filter(|_| !can_undo);
            transient.toast_count += 1;
        });
        if stays {
            self.leaving.stop();
        } else {
            self.leaving.start(READING, move || self.leave());
        }
    }

    /// Takes a message away that was there long enough, unless a reader is at it.
    fn leave(self) {
        if page::has_focus_in(".status") {
            self.leaving.start(READING, move || self.leave());
        } else {
            self.dismiss_toast();
        }
    }

    /// Takes the message away; what could be undone before it is offered again.
    pub fn dismiss_toast(self) {
        self.leaving.stop();
        self.transient.update(|transient| {
            transient.toast = transient.undoable.take();
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

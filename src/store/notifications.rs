//! What the reader is told of what has happened.

use super::Explorer;
use crate::browser::page;
use crate::ui::scene::Status;

impl Explorer {
    /// Tells the reader something that has happened.
    pub fn say(self, sentence: &str) {
        self.tell(Status {
            sentence: sentence.to_owned(),
            undo: None,
            by_hand: None,
        });
    }

    /// Tells the reader what was done.
    pub fn tell(self, status: Status) {
        page::note_place();
        self.announce(status.sentence.clone());
        self.scene.update(|scene| {
            scene.status = Some(status);
            scene.statuses += 1;
        });
    }

    /// Tells something to those who do not see the page.
    pub fn announce(self, mut sentence: String) {
        self.scene.update(|scene| {
            // What stays the same is not heard again.
            if scene.announced == sentence {
                sentence.push('\u{a0}');
            }
            scene.announced = sentence;
        });
    }

    /// Takes the remarks on the opened link away.
    pub fn forget_remarks(self) {
        self.scene.update(|scene| scene.remarks.clear());
    }
}

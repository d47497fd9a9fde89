//! Frames: a session looks into one document at a time.

use fantoccini::Locator;

use super::Browser;

impl Browser {
    /// Goes into the frame that a selector finds: what follows is about the
    /// document in it.
    pub fn enter_frame(&self, selector: &str) {
        self.run(&format!("look into {selector}"), |client| async move {
            client
                .find(Locator::Css(selector))
                .await?
                .enter_frame()
                .await
        });
    }

    /// Goes back to the document that the frame is in.
    pub fn leave_frame(&self) {
        self.run("look out of the frame", |client| async move {
            client.enter_parent_frame().await
        });
    }
}

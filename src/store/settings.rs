//! What readers set on “About” and this browser keeps: the colours, and the key `/`.

use super::Store;
use crate::browser::page;
use crate::messages::{AboutMessages, messages};
use crate::state::saved::Storage;
use crate::state::{Named, Scheme};

/// The attribute of the document that has the colours of the page.
pub(super) const SCHEME: &str = "data-scheme";

/// The one in which the boot script notes those that the reader has chosen.
const OWN_SCHEME: &str = "data-own-scheme";

impl Store {
    /// Whether `/` leads to the search, as it does if nobody has turned it off in this
    /// browser. A shortcut of one character must be one that readers can turn off
    /// (WCAG 2.2, criterion 2.1.4).
    pub fn has_slash(self) -> bool {
        let noted = self.storage().get(&self.setting("slash"));
        noted.ok().flatten().as_deref() != Some("off")
    }

    /// Turns it on or off, or says that this browser does not let us note that.
    pub fn turn_slash(self, on: bool) {
        self.keep("slash", (!on).then_some("off"));
    }

    /// The colours: those that the address asks for or, without a wish, those that the
    /// reader has chosen.
    pub fn scheme(self) -> Scheme {
        let wanted = self.view_state.with_untracked(|it| it.scheme);
        wanted.unwrap_or_else(|| {
            let noted = page::root(OWN_SCHEME);
            let mut schemes = Scheme::ALL.iter();
            let found = schemes.find(|(name, _)| noted.as_deref() == Some(*name));
            found.map_or(Scheme::Auto, |(_, scheme)| *scheme)
        })
    }

    /// Puts on these colours, from now on and also where the address asked for others, or
    /// says that this browser does not let us note that.
    pub fn choose_scheme(self, scheme: Scheme) {
        let name = scheme.name();
        if self.keep("scheme", (scheme != Scheme::Auto).then_some(name)) {
            page::set_root(OWN_SCHEME, name);
            page::set_root(SCHEME, name);
            self.set_scheme(None);
        }
    }

    /// Keeps whether the reader wants the first line of each text instead of all of it, or
    /// says that this browser does not let us note it.
    pub fn keep_first_lines(self, on: bool) {
        // The boot script reads it.
        self.keep("first-lines", on.then_some("on"));
    }

    /// Keeps a setting, or what is the default as nothing; whether that worked.
    fn keep(self, name: &str, value: Option<&str>) -> bool {
        let (storage, key) = (self.storage(), self.setting(name));
        let kept = match value {
            Some(value) => storage.set(&key, value),
            None => storage.remove(&key),
        };
        if kept.is_err() {
            self.notify_failure(messages().setting_not_stored());
        }
        kept.is_ok()
    }

    /// The key of the storage under which a setting is kept.
    fn setting(self, name: &str) -> String {
        [self.storage().prefix(), ":", name].concat()
    }
}

//! What of an opened link is not shown as it asks.

use crate::state::url::UrlWarning;

pub trait UrlWarningMessages {
    /// What stands above the warnings.
    fn warnings_intro(&self) -> &'static str;

    /// The warnings, one a line; many are cut short.
    fn warnings(&self, warnings: &[UrlWarning]) -> Vec<String>;
}

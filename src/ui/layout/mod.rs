//! What is around the main column: masthead, footer, navigation, alerts.

pub(super) mod alerts;
pub(super) mod gallery;
pub(super) mod live_region;
pub(super) mod masthead;
pub(super) mod site;
pub(super) mod site_nav;
pub(super) mod toast;

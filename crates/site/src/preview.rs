//! The image that previews of links show of a page: where it lies, its size, and
//! its text for those who do not see it. `preview_images` draws it.

use explorer::{data::Agenda, state::static_page::StaticPage};

use crate::site_info::file_name;

/// The size that the services for previews ask for, in pixels.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Where the image of a page lies.
pub fn path(page: StaticPage, agenda: &Agenda) -> String {
    format!("preview/{}.png", file_name(page, agenda))
}

/// What the image shows, in words.
pub fn alt(page: StaticPage, agenda: &Agenda) -> String {
    format!("{}. {}", page.name(agenda), page.description(agenda))
}

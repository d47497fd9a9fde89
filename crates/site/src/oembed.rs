//! The answers of oEmbed 1.0: how another site frames a page.

use explorer::{data::Agenda, state::static_page::StaticPage};
use serde_json::{Value, json};

use crate::{
    html::escape,
    preview,
    site_info::{Site, file_name},
};

/// How a page names its answer.
pub const MEDIA_TYPE: &str = "application/json+oembed";

/// What the frame is made for, in CSS pixels; it is as wide as its column.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 600;

/// For how long an answer may be kept, in seconds: a day.
const CACHE_AGE: u32 = 86_400;

/// Where the answer for a page lies.
pub fn path(page: StaticPage, agenda: &Agenda) -> String {
    format!("oembed/{}.json", file_name(page, agenda))
}

/// How a page looks in a frame: a single recommendation begins with its text.
fn form(page: StaticPage) -> &'static str {
    match page {
        StaticPage::Recommendation(_) => "embed=1&hide=search_facets_toolbar_header_footer",
        StaticPage::Home | StaticPage::Value { .. } => "embed=1",
    }
}

/// The answer for a page; `None` where the public address is not known, since a
/// frame on another site needs it.
pub fn answer(page: StaticPage, site: &Site) -> Option<Value> {
    let address = site.address(page)?;
    let title = page.name(site.agenda);
    // WordPress sizes a frame only where a quotation stands before it: it shows
    // that until the frame has told its height, and then the frame in its place.
    // The class tells other systems the same; WordPress takes it away and gives it
    // back.
    let frame = format!(
        "<blockquote class=\"wp-embedded-content\"><a href=\"{}\">{}</a></blockquote>\
         <iframe src=\"{}?{}\" width=\"100%\" height=\"{HEIGHT}\" frameborder=\"0\" \
         scrolling=\"auto\" title=\"{}\"></iframe>",
        escape(&address),
        escape(&title),
        escape(&address),
        escape(form(page)),
        escape(&title),
    );
    Some(json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.agenda.site.name,
        "provider_url": site.absolute(""),
        "cache_age": CACHE_AGE,
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame,
        "thumbnail_url": site.absolute(&preview::path(page, site.agenda)),
        "thumbnail_width": preview::WIDTH,
        "thumbnail_height": preview::HEIGHT,
    }))
}

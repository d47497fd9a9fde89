//! Files for crawlers: the sitemap, robots.txt.

use explorer::state::static_page::StaticPage;

use crate::{html::escape, site_info::Site};

/// All pages, as sitemaps.org has it.
pub fn sitemap(site: &Site) -> String {
    let pages = StaticPage::all(site.agenda).into_iter();
    let entries = pages.filter_map(|page| {
        let address = escape(&site.address(page)?);
        Some(format!("<url><loc>{address}</loc></url>\n"))
    });
    let entries: String = entries.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// Everybody may read everything.
pub fn robots(site: &Site) -> String {
    let sitemap = site.absolute("sitemap.xml");
    format!("User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n")
}

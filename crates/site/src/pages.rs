//! The pages of the site and what goes with them: oEmbed answers, icons, the web
//! manifest, the table of the data, files for crawlers, preview images.

use std::path::Path;

use anyhow::{Context, Result};
use explorer::{
    Prerender,
    data::{self, Agenda, Background, Details},
    export,
    messages::{Messages, messages},
    relatives::relatives,
    state::static_page::StaticPage,
    unicode::NATIVE,
};
use fs_err as fs;

use crate::{
    assets,
    base_url::BaseUrl,
    embed_script, files, head,
    html::Element,
    oembed, script_messages,
    site_info::Site,
    sitemap,
    template::{Node, Page, PageContent, Template},
    web_manifest,
};

/// The data of a site that Trunk has built, with what is computed from them.
///
/// # Errors
/// Where they are missing or cannot be used.
pub fn data(dist: &Path) -> Result<(Agenda, Rest)> {
    let path = dist.join("data/agenda.json");
    let text = fs::read_to_string(&path)?;
    let read = data::read_all(&text).with_context(|| path.display().to_string());
    let (agenda, mut details, background) = read?;
    details.relatives = relatives(&agenda, NATIVE.fold);
    Ok((agenda, (details, background)))
}

/// What belongs to an agenda beside itself.
pub type Rest = (Details, Background);

/// All pages, with the way from each to the root of the site; the home page first.
pub fn render(template: &Template, site: &Site, rest: Rest) -> Vec<(StaticPage, Page)> {
    let all = StaticPage::all(site.agenda);
    let render = renderer(template, site, rest);
    all.into_iter().map(|page| (page, render(page))).collect()
}

/// The home page alone.
#[cfg(feature = "publish")]
pub fn home(template: &Template, site: &Site, rest: Rest) -> Page {
    renderer(template, site, rest)(StaticPage::Home)
}

fn renderer(template: &Template, site: &Site, rest: Rest) -> impl Fn(StaticPage) -> Page {
    let agenda = site.agenda;
    let prerender = Prerender::new(agenda.clone(), rest.0, rest.1);
    let words = script_messages::block(agenda);
    let failure = script_messages::not_arrived(agenda);
    let language = messages().language();
    let later_style = template.head.iter().find_map(assets::later_style);
    move |page| {
        let mut extra = head::of(page, site);
        // The others show details or what is applied, which have the later styles.
        if let Some(name) = later_style.filter(|_| page != StaticPage::Home) {
            let href = page.root().to_owned() + name;
            let link = [("rel", "stylesheet"), ("href", href.as_str())];
            extra.push(Node::Element(Element::new("link", link)));
        }
        template.page(&PageContent {
            root: page.root(),
            title: &page.title(agenda),
            description: &page.description(agenda),
            messages: &words,
            failure: &failure,
            language: [language.tag, language.dir],
            extra,
            content: &prerender.page(page),
            numerals: &prerender.numerals(page),
        })
    }
}

/// Writes pages, and says what was written.
///
/// # Errors
/// Where an id of the data leads out of the site, an image is too heavy, or a
/// file cannot be written.
pub fn write(dist: &Path, site: &Site, pages: &[(StaticPage, Page)]) -> Result<String> {
    let agenda = site.agenda;
    for (page, parts) in pages {
        let path = format!("{}index.html", page.path(agenda));
        files::write(dist, &path, parts.html())?;
        if let Some(answer) = oembed::answer(*page, site) {
            files::write(dist, &oembed::path(*page, agenda), answer.to_string())?;
        }
    }
    let source = fs::read_to_string(dist.join(web_manifest::SOURCE))?;
    for icon in &web_manifest::ICONS {
        files::write(dist, icon.name, web_manifest::draw(icon, &source)?)?;
    }
    let manifest = web_manifest::manifest(agenda).to_string();
    files::write(dist, web_manifest::MANIFEST, manifest)?;
    let table = export::table(agenda);
    files::write(dist, "data/agenda.csv", table)?;
    if !site.has_address() {
        return Ok(format!(
            "{} pages; without --base-url none has a canonical link, a preview image or an \
             oEmbed answer, and there is no sitemap, as all of these need the public address",
            pages.len()
        ));
    }
    files::write(dist, "sitemap.xml", sitemap::sitemap(site))?;
    files::write(dist, "robots.txt", sitemap::robots(site))?;
    write_previews(dist, site, pages)
}

#[cfg(feature = "publish")]
fn write_previews(dist: &Path, site: &Site, pages: &[(StaticPage, Page)]) -> Result<String> {
    let all: Vec<_> = pages.iter().map(|(page, _)| *page).collect();
    let weight = crate::preview_images::write_all(&all, site.agenda, dist)?;
    Ok(format!(
        "{} pages with their oEmbed answers, a sitemap, and preview images of {} kB at most",
        pages.len(),
        weight.div_ceil(1000)
    ))
}

#[cfg(not(feature = "publish"))]
fn write_previews(_: &Path, _: &Site, _: &[(StaticPage, Page)]) -> Result<String> {
    anyhow::bail!("preview images need the feature `publish`")
}

/// Gives a site that Trunk has built by itself its pages, and takes out of it
/// what only a published site has: offline use, which would keep what is meant
/// to change, and the deferred part of the wasm.
///
/// # Errors
/// As [`write`], and where `index.html` is not as Trunk writes it.
pub fn complete(dist: &Path, base: Option<&BaseUrl>) -> Result<String> {
    let mut template = Template::parse(&fs::read_to_string(dist.join("index.html"))?)?;
    let boot = template.boot()?;
    boot.remove("data-offline");
    let (agenda, rest) = data(dist)?;
    embed_script::fill(dist, &agenda)?;
    let site = Site::new(&agenda, base);
    let pages = render(&template, &site, rest);
    write(dist, &site, &pages)
}

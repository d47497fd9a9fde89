//! The pages of their own and what goes with them, written into the built site.
//!
//! | module | duty |
//! |---|---|
//! | [`shell`] | the built `index.html` as the mould of all pages |
//! | [`sentences`] | the words of the scripts, which every page carries |
//! | [`head`] | what the head of a page says about it |
//! | [`structured`] | the same in the words of schema.org |
//! | [`oembed`] | how another site frames a page |
//! | [`image`], [`drawing`] | the pictures that previews of links show |
//! | [`complete`] | what is made of the finished pages: the one file, the compatible version |
//! | [`installed`] | the icons and the manifest, for the home screen of a device |
//! | [`files`] | for crawlers: sitemap, robots |
//!
//! The text comes from the components of the app, the data from the built site.

pub mod complete;
pub mod drawing;
pub mod files;
pub mod head;
pub mod image;
pub mod installed;
pub mod oembed;
pub mod sentences;
pub mod shell;
pub mod structured;

use std::{fs, path::Path};

use explorer::{Prerender, data::Agenda, export, state::static_page::StaticPage};
use shell::{Filling, Shell};
use xtask::{Outcome, Problem, dist::BaseUrl};

/// What the pages are about, and where the public finds them.
pub struct Site<'a> {
    pub agenda: &'a Agenda,
    base: Option<&'a BaseUrl>,
}

impl<'a> Site<'a> {
    pub fn new(agenda: &'a Agenda, base: Option<&'a BaseUrl>) -> Self {
        Self { agenda, base }
    }

    /// Whether the public address is known.
    pub fn has_address(&self) -> bool {
        self.base.is_some()
    }

    /// The public address of a page, where it is known.
    pub fn address(&self, page: StaticPage) -> Option<String> {
        let base = self.base?;
        Some(format!("{}{}", base.as_str(), page.path(self.agenda)))
    }

    /// The public address of a file; relative to the root where it is not known.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base.map_or("", BaseUrl::as_str))
    }
}

/// What the files of a page are called beside its folder: `rec-12`.
pub fn file_name(page: StaticPage, agenda: &Agenda) -> String {
    match page.path(agenda).trim_end_matches('/') {
        "" => "home".to_owned(),
        path => path.replace('/', "-"),
    }
}

/// Writes everything into a built site, and says what it was.
///
/// # Errors
/// Where the site is not as it should be, a picture is too heavy, or a file
/// cannot be written.
pub fn write(dist: &Path, base: Option<&BaseUrl>) -> Outcome<String> {
    let agenda = Agenda::read(&read(&dist.join("data/agenda.json"))?)
        .map_err(|error| Problem::new(error.to_string()))?;
    let shell = Shell::new(read(&dist.join("index.html"))?)?;
    let site = Site::new(&agenda, base);
    let prerender = Prerender::new(agenda.clone());
    let pages = StaticPage::all(&agenda);
    for &page in &pages {
        let html = shell.fill(&Filling {
            root: page.root(),
            title: &page.title(&agenda),
            description: &page.description(&agenda),
            extra: &head::of(page, &site),
            content: Some(&prerender.page(page)),
        });
        put(
            dist,
            &format!("{}index.html", page.path(&agenda)),
            html.as_bytes(),
        )?;
        if let Some(answer) = oembed::answer(page, &site) {
            let path = oembed::path(page, &agenda);
            put(dist, &path, answer.to_string().as_bytes())?;
        }
    }
    let source = read(&dist.join(installed::SOURCE))?;
    for icon in &installed::ICONS {
        put(dist, icon.name, &installed::draw(icon, &source)?)?;
    }
    let manifest = installed::manifest(&agenda).to_string();
    put(dist, installed::MANIFEST, manifest.as_bytes())?;
    let table = cite::table(&agenda, agenda.recommendations.iter(), None);
    put(dist, "data/agenda.csv", table.as_bytes())?;
    if !site.has_address() {
        return Ok(format!(
            "{} pages; without --base-url none has a canonical link, a preview image or an \
             oEmbed answer, and there is no sitemap, as all of these need the public address",
            pages.len()
        ));
    }
    put(dist, "sitemap.xml", files::sitemap(&site).as_bytes())?;
    put(dist, "robots.txt", files::robots(&site).as_bytes())?;
    let weight = image::write_all(&pages, &agenda, dist)?;
    Ok(format!(
        "{} pages with their oEmbed answers, a sitemap, and preview images of {} kB at most",
        pages.len(),
        weight.div_ceil(1000)
    ))
}

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| {
        Problem::new(format!(
            "{} cannot be read ({error}); build the site first.",
            path.display()
        ))
    })
}

/// Writes a file and the folders above it.
pub(crate) fn put(dist: &Path, path: &str, content: &[u8]) -> Outcome {
    let target = dist.join(path);
    let folder = target.parent().unwrap_or(dist);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&target, content))
        .map_err(|error| Problem::new(format!("{} cannot be written: {error}.", target.display())))
}

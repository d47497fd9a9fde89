//! Makes what is published out of what Trunk has built, in one go: each file is
//! read once and written once, in its last form. Before it, `xtask` has split
//! the wasm and run wasm-opt.

use std::{iter, path::Path, path::PathBuf};

use anyhow::Result;
use explorer::state::static_page::StaticPage;
use fs_err as fs;

use crate::{
    assets,
    base_url::BaseUrl,
    compatible::{self, StandIn},
    download_box::DownloadBox,
    embed_script, files, licences, pages, precompress, service_worker,
    single_file::{self, Whole},
    site_info::Site,
    size_budget::{EmbedScript, Load},
    template::Template,
};

/// What is known besides the folder of the site.
#[derive(Debug)]
pub struct Options {
    /// Where the site will be published.
    pub base_url: Option<BaseUrl>,
    /// A data set in place of the project's own.
    pub data: Option<PathBuf>,
    /// The day of the state that is built, so that the same state gives the same
    /// pages on any day.
    pub date: Option<String>,
    /// The app before its wasm was split.
    pub whole: Whole,
    /// The folder of the workspace that the app is compiled in.
    pub workspace: PathBuf,
    /// What the page for browsers without WebAssembly takes, where that is there.
    pub compatible: Option<compatible::Sources>,
    /// Where to write `explorer.html` once more, with this public address, for the
    /// tests.
    pub sample: Option<(PathBuf, BaseUrl)>,
}

/// Makes the site in a folder and prints what it was.
///
/// # Errors
/// Where the site is not as Trunk and `xtask` leave it, the data cannot be used,
/// or a file cannot be written.
pub fn publish(dist: &Path, options: &Options) -> Result<()> {
    let base = options.base_url.as_ref();
    let mut template = Template::parse(&fs::read_to_string(dist.join("index.html"))?)?;
    if let Some(data) = &options.data {
        fs::copy(data, dist.join("data/agenda.json"))?;
    }

    let (agenda, rest) = pages::data(dist)?;
    embed_script::fill(dist, &agenda)?;

    let Whole { wasm, glue } = &options.whole;
    for script in files::with_extension(dist, "js")?.iter().chain([glue]) {
        assets::minify_script(script)?;
    }
    for module in files::with_extension(dist, "wasm")?.iter().chain([wasm]) {
        assets::strip_wasm(module)?;
    }
    assets::rename(&mut template, dist)?;
    let stand_in = options.compatible.as_ref();
    let stand_in = stand_in
        .map(|sources| StandIn::install(dist, sources, &mut template))
        .transpose()?;

    if let Some((path, address)) = &options.sample {
        let site = Site::new(&agenda, Some(address));
        let home = pages::home(&template, &site, rest.clone());
        let file = single_file::make(&home, dist, Some(address), &options.whole)?;
        fs::write(path, file)?;
    }
    let site = Site::new(&agenda, base);
    let mut all = pages::render(&template, &site, rest);
    let home = all.first().map(|(_, home)| home.clone());
    if let Some(mut home) = home {
        let file = single_file::make(&home, dist, base, &options.whole)?;
        files::write(dist, single_file::NAME, &file)?;
        let download = DownloadBox::new(&file, options.date.as_deref());
        // As `sha256sum --check` reads it.
        let line = format!("{}  {}\n", download.checksum, single_file::NAME);
        files::write(dist, &format!("{}.sha256", single_file::NAME), line)?;
        for (page, parts) in &mut all {
            parts.body.push_str(&download.html(page.root()));
        }
        home.body.push_str(&download.html(StaticPage::Home.root()));
        if let Some(stand_in) = &stand_in {
            files::write(dist, compatible::PAGE, stand_in.page(&home, &agenda))?;
        }
        say(&format!(
            "{} of {} kB",
            single_file::NAME,
            file.len().div_ceil(1000)
        ));
    }
    say(&pages::write(dist, &site, &all)?);
    match stand_in {
        Some(_) => say("a version for browsers without WebAssembly"),
        None => say("no version for browsers without WebAssembly: it needs Node.js with npm"),
    }

    let mut software = licences::of_app(&options.workspace)?;
    software.extend(options.compatible.iter().map(compatible::Sources::software));
    let words = options.workspace.join("src/english/COPYRIGHT");
    let notices = licences::text(&software)? + &licences::of_words(&words)?;
    files::write(dist, licences::NAME, &notices)?;
    say(&format!(
        "{}: the notices of {} programs and libraries",
        licences::NAME,
        software.len()
    ));

    // Last what tells of the other files, which nothing may change afterwards.
    let kept = service_worker::write(dist)?;
    assets::minify_script(&dist.join(service_worker::WORKER))?;
    say(&format!(
        "{} files as .br and .gz",
        precompress::compress(dist)?
    ));
    say(&kept.weight(dist));
    Ok(())
}

/// Prints what a built site weighs.
///
/// # Errors
/// Where a part of it is above its budget, or a file is missing.
pub fn weigh(dist: &Path) -> Result<()> {
    let mut loads = vec![
        Load::first(dist)?,
        Load::deferred(dist)?,
        Load::reader(dist)?,
        Load::shared(dist)?,
    ];
    loads.extend(Load::on_demand(dist)?);
    loads.push(Load::share_dialog(dist)?);
    let script = EmbedScript::of(dist)?;
    for load in &loads {
        println!("{load}");
    }
    print!("{script}");
    loads
        .iter()
        .map(Load::within_budget)
        .chain(iter::once(script.within_budget()))
        .collect()
}

fn say(what: &str) {
    println!("      {what}");
}

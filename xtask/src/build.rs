//! The built site: has Trunk put it together (`Trunk.toml` and `index.html` say
//! how), splits and shrinks the wasm, and has `crates/site` make of it what is
//! published.

use std::{env, path::PathBuf};

use anyhow::{Context, Result, bail, ensure};
use fs_err as fs;
use lexopt::{
    Arg::{Long, Short},
    Parser,
};
use site::{BaseUrl, styles};
use xshell::{Cmd, cmd};

use crate::{
    arguments::{misuse, text, unexpected},
    data_set, inputs, npm,
    programs::{self, Edition},
    root::root,
    shell::{cargo, shell, watch},
    split,
    steps::Steps,
    tools::{self, Tool, Trunk, WASM},
    wasm_opt::WasmOpt,
};

/// The binaries, as in `index.html`: the app, and what it fetches on demand.
const BINARIES: [&str; 2] = ["development-agenda-explorer", "share-dialog"];

/// Tells cargo of the flags for the wasm, and not of those for programs that run
/// here, such as Trunk's hooks: those would be compiled anew.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has Trunk's hook do nothing, as the pages are written later.
pub const LATER: &str = "EXPLORER_PAGES_LATER";

/// What translates wasm for browsers without it.
const POLYWASM: &str = "0.2.0";

/// The options of `build`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the site will be published.
    pub base_url: Option<BaseUrl>,
    /// A data set instead of the project's own; an absolute path to a file.
    pub data: Option<PathBuf>,
    /// What is done with the wasm.
    pub form: split::Form,
    /// Another folder than `dist/`.
    pub folder: Option<PathBuf>,
    /// Whether `explorer.html` is also written as it is with a public address, for
    /// the tests.
    pub sample: bool,
}

impl Options {
    /// What the tests need.
    pub fn for_tests() -> Self {
        Self {
            sample: true,
            ..Self::default()
        }
    }

    /// Reads them; `None` where help is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Self>> {
        let mut options = Self::default();
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Long("base-url") => options.base_url = Some(BaseUrl::parse(&text(parser)?)?),
                Long("data") => {
                    let given = PathBuf::from(parser.value().map_err(misuse)?);
                    let path = fs::canonicalize(&given)?;
                    ensure!(
                        path.is_file(),
                        "{} is not a file; --data takes a JSON file.",
                        given.display()
                    );
                    options.data = Some(path);
                }
                Long("help") | Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        Ok(Some(options))
    }
}

/// Where the published site is.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// `cargo xtask build`: makes the site and shows what its first load weighs.
///
/// # Errors
/// Where a step fails or the first load is above its budget.
pub fn run(options: &Options) -> Result<()> {
    publish(options)?;
    println!();
    let (shell, site, dist) = (shell()?, programs::site(Edition::Published)?, dist());
    cmd!(shell, "{site} weigh {dist}").quiet().run()?;
    println!("\nThe site is in {}", dist.display());
    Ok(())
}

/// Makes what is published, in `dist/` or the folder that is asked for.
///
/// # Errors
/// Where a tool cannot be had, the app does not compile, or Trunk fails.
pub fn publish(options: &Options) -> Result<()> {
    let mut steps = Steps::new(8);
    let dist = options.folder.clone().unwrap_or_else(dist);
    let digest = inputs::digest(&root(), &format!("{options:?}"))?;
    inputs::forget(&dist);
    let trunk = tools(&mut steps, options, Edition::Published)?;
    let site = programs::site(Edition::Published)?;
    let wasm_opt = steps.step("wasm-opt", WasmOpt::find_or_fetch)?;

    steps.step("The site, by Trunk", || {
        let shell = shell()?;
        let call = trunk.call(&shell, "build")?.args(["--quiet", "--offline"]);
        let call = call.arg("--dist").arg(&dist);
        bundle(with_settings(call, options).env(LATER, ""))?;
        // What the pages are made of, for those who make others.
        fs::copy(dist.join("index.html"), root().join(TEMPLATE))?;
        Ok(())
    })?;

    steps.step("The wasm, split and small", || {
        split::split(&dist, options.form)?;
        split::shorten(&dist)?;
        let [whole, _] = split::whole();
        for module in site::files::with_extension(&dist, "wasm")?
            .iter()
            .chain([&whole])
        {
            if let Some(wasm_opt) = &wasm_opt {
                wasm_opt.shrink(module)?;
            }
        }
        Ok(())
    })?;

    steps.step("The pages, the single file, offline use", || {
        let (shell, workspace) = (shell()?, root());
        let [wasm, glue] = split::whole();
        let mut call = cmd!(
            shell,
            "{site} publish {dist} --workspace {workspace} --whole {wasm} {glue}"
        );
        if options.sample {
            let sample = root().join(SAMPLE);
            call = call.arg("--sample").arg(sample).arg(ADDRESS);
        }
        if let Some(base) = &options.base_url {
            call = call.args(["--base-url", base.as_str()]);
        }
        if let Some(data) = &options.data {
            call = call.arg("--data").arg(data);
        }
        if let Some(date) = date() {
            call = call.args(["--date", &date]);
        }
        if let Some(wasm_opt) = wasm_opt.as_ref().filter(|_| npm::is_there()) {
            let plain = wasm.with_extension("plain");
            wasm_opt.plain(&wasm, &plain)?;
            let polywasm = npm::fetch("polywasm", POLYWASM, "index.min.js")?;
            call = call.arg("--compatible").arg(polywasm).arg(plain);
        }
        Ok(call.quiet().run()?)
    })?;
    inputs::remember(&dist, &digest)
}

/// The page that Trunk has built last, before anything was made of it.
pub const TEMPLATE: &str = "target/site/template.html";

/// The explorer in one file as it is with a public address. Tests validate it.
const SAMPLE: &str = "target/site/explorer.html";

/// A public address for tests, with which pages have all their parts.
pub const ADDRESS: &str = "https://example.org/agenda/";

/// Where the site is that is only looked at.
const PREVIEW: &str = "target/site/preview";

/// A site to look at, made only where the sources have changed: what is in
/// `dist/` where that is current, else what Trunk builds, with pages.
///
/// # Errors
/// As for [`publish`].
pub fn preview() -> Result<PathBuf> {
    let options = Options::default();
    let digest = inputs::digest(&root(), &format!("{options:?}"))?;
    let preview = root().join(PREVIEW);
    for site in [dist(), preview.clone()] {
        if inputs::is_current(&site, &digest) {
            println!("{} is up to date.", site.display());
            return Ok(site);
        }
    }
    let mut steps = Steps::new(5);
    inputs::forget(&preview);
    let trunk = tools(&mut steps, &options, Edition::Preview)?;
    steps.step("The site, by Trunk", || {
        let shell = shell()?;
        let call = trunk.call(&shell, "build")?.args(["--quiet", "--offline"]);
        bundle(with_settings(call.arg("--dist").arg(&preview), &options))
    })?;
    inputs::remember(&preview, &digest)?;
    Ok(preview)
}

/// Trunk, ready to be called, after everything that it needs is compiled: the
/// programs of our own and the app, at the same time as Trunk itself.
///
/// # Errors
/// Where something cannot be had or does not compile.
pub fn tools(steps: &mut Steps, options: &Options, edition: Edition) -> Result<Trunk> {
    // Before anything is compiled, as this takes no time.
    let agenda = data_set::read(options.data.as_deref())?;
    let trunk = Tool::trunk();
    let title = trunk.title();
    let trunk = steps.step(&format!("Rust's target {WASM}, and {title}"), || {
        tools::wasm_target()?;
        trunk.prepare()
    })?;
    // Trunk would do this too. Here what the compiler says comes unmixed.
    steps.step("The app as wasm", || {
        let (shell, cargo) = (shell()?, cargo());
        let binaries = BINARIES.iter().flat_map(|name| ["--bin", *name]);
        let build = cmd!(
            shell,
            "{cargo} build --release --locked --target {WASM} {binaries...}"
        );
        Ok(with_settings(build, options).quiet().run()?)
    })?;
    let wasm_bindgen = steps.step("What makes the site of it", || {
        styles::bundle(&root(), &agenda)?;
        programs::site(edition)?;
        tools::wasm_bindgen()
    })?;
    let program = steps.step(&title, || trunk.finish())?;
    tools::clean_up();
    Ok(Trunk {
        program,
        wasm_bindgen,
    })
}

/// Runs Trunk's build. Trunk only warns of style sheets that it cannot read, and
/// the page would come out unstyled in part; here that is an error.
fn bundle(trunk: Cmd) -> Result<()> {
    let mut wrong_style = None;
    let succeeded = watch(trunk, |line| {
        if let Some((_, warning)) = line.split_once("WARN CSS ") {
            wrong_style = Some(warning.trim().replace(", skipping", ""));
        }
        is_worth_showing(line)
    })?;
    ensure!(
        succeeded,
        "`trunk build` failed; what it says above tells why."
    );
    match wrong_style {
        None => Ok(()),
        Some(warning) => {
            bail!("The style sheets have a mistake in target/site/explorer.css: {warning}")
        }
    }
}

/// Whether a line of Trunk's is for people. Each time it warns that it cannot
/// shorten the JavaScript of this wasm-bindgen; nobody can do a thing about it.
pub fn is_worth_showing(line: &str) -> bool {
    !line.contains("WARN Failed to minify JS")
}

/// Gives a build what it needs besides its arguments: the data set, and what
/// paths in messages begin with.
///
/// The option alone decides on the data: a variable left over in the shell would
/// put one data set into the app and another beside it. The paths of the machine
/// would otherwise stand in what ships.
pub fn with_settings<'shell>(call: Cmd<'shell>, options: &Options) -> Cmd<'shell> {
    // Of the two ways to name functions the one that tells closures apart.
    let mut flags = "-Csymbol-mangling-version=v0".to_owned();
    // The flags are parted by spaces.
    if let Some(sources) = registry().filter(|path| !path.contains(char::is_whitespace)) {
        flags = format!("--remap-path-prefix={sources}=crates {flags}");
    }
    // Each of these would take the place of ours.
    let call = call
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    let call = call.env(FLAGS, flags);
    match &options.data {
        Some(path) => call.env(data_set::VARIABLE, path),
        None => call.env_remove(data_set::VARIABLE),
    }
}

/// Where cargo keeps the sources of crates.
fn registry() -> Option<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    Some(home.join("registry/src").display().to_string())
}

/// The day of the state that is built, so that the same state gives the same
/// pages on any day; `None` where that is not known.
fn date() -> Option<String> {
    let log = || {
        let shell = shell().context("no shell")?;
        let log = cmd!(shell, "git log -1 --format=%cs").quiet();
        anyhow::Ok(log.ignore_stderr().read()?)
    };
    log().ok().filter(|day| day.len() == 10)
}

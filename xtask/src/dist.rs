//! The built site: makes `dist/` and gives it the touches that Trunk has no
//! word for. How the parts are put together is said in `Trunk.toml` and
//! `index.html`.

use crate::{
    Outcome, Problem,
    binaryen::WasmOpt,
    cli, compatible, offline, on_demand, packing, parts, root,
    run::{self, cargo},
    steps::Steps,
    tools::{self, Tool, Tools, WASM},
    watched, weight,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The binaries, as in `index.html`: the app, and what it fetches on demand.
const BINARIES: [&str; 2] = ["development-agenda-explorer", "studio"];

/// Writes the pages of their own.
const PAGES: &str = "site-pages";

/// Shortens the scripts.
const SCRIPTS: &str = "site-scripts";

/// Tells `build.rs` of another data set.
const DATA: &str = "AGENDA_DATA";

/// Tells cargo of the flags for the wasm.
const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Where the built site is.
pub fn folder() -> PathBuf {
    root().join("dist")
}

/// `cargo xtask build`: makes the site and shows what its first load weighs.
///
/// # Errors
/// Where a step fails or the first load is above its budget.
pub fn build(options: &cli::Build) -> Outcome {
    make(options)?;
    println!();
    let load = weight::Load::of(&folder())?;
    let late = weight::Load::late(&folder())?;
    let studio = weight::Load::on_demand(&folder())?;
    let script = weight::Script::of(&folder())?;
    print!("{load}\n{late}\n{studio}\n{script}");
    load.within_budget()?;
    late.within_budget()?;
    studio.within_budget()?;
    script.within_budget()?;
    println!("\nThe site is in {}", folder().display());
    Ok(())
}

/// Makes the site and gives the tools that it took.
///
/// # Errors
/// Where a tool cannot be had, the app does not compile, or Trunk fails.
pub fn make(options: &cli::Build) -> Outcome<Tools> {
    let mut steps = Steps::new(10);
    steps.step(&format!("Rust's target {WASM}"), tools::wasm_target)?;

    let trunk = Tool::trunk();
    let trunk = steps.step(&trunk.title(), || {
        trunk.find_or_fetch().map_or_else(|| trunk.compile(), Ok)
    })?;

    // Trunk would do this too. Here what the compiler says comes unmixed, and
    // the tool of the next step is not fetched for an app that does not compile.
    steps.step("The app as wasm", || {
        let mut command = cargo(&["build", "--release", "--locked", "--target", WASM]);
        for name in BINARIES {
            command.args(["--bin", name]);
        }
        run::run(with_settings(&mut command, options))
    })?;

    let bindgen = Tool::wasm_bindgen()?;
    let tools = steps.step(&bindgen.title(), || Tools::complete(trunk, &bindgen))?;

    let wasm_opt = steps.step("wasm-opt", WasmOpt::find_or_fetch)?;

    steps.step("The site in dist/", || {
        let mut command = tools.trunk(&["build", "--release", "--quiet", "--offline"])?;
        command.env(watched::LATER, "");
        bundle(with_settings(&mut command, options))?;
        finish(&folder(), options, wasm_opt.as_ref())
    })?;

    steps.step("The version for browsers without WebAssembly", || {
        compatible::prepare(&folder(), wasm_opt.as_ref())
    })?;

    steps.step("The pages of their own", || {
        write_pages(&folder(), options.base_url.as_ref())
    })?;

    steps.step("The explorer in one file", || {
        complete(&folder(), options.base_url.as_ref())
    })?;

    steps.step("Offline use, and the packed forms", || seal(&folder()))?;
    tools::clean_up();
    Ok(tools)
}

/// Runs Trunk's build. Trunk only warns of style sheets that it cannot read, and
/// the page would come out unstyled in part; here that is an error.
fn bundle(trunk: &mut Command) -> Outcome {
    let mut wrong_style = None;
    let succeeded = run::watch(trunk, |line| {
        if let Some((_, warning)) = line.split_once("WARN CSS ") {
            wrong_style = Some(warning.trim().replace(", skipping", ""));
        }
        is_worth_showing(line)
    })?;
    match wrong_style {
        _ if !succeeded => Err(run::failed(trunk)),
        Some(warning) => Err(Problem::new(format!(
            "The style sheets have a mistake in target/site/explorer.css: {warning}"
        ))),
        None => Ok(()),
    }
}

/// Whether a line of Trunk's is for people. Each time it warns that it cannot
/// shorten the JavaScript of this wasm-bindgen; nobody can do a thing about it.
pub(crate) fn is_worth_showing(line: &str) -> bool {
    !line.contains("WARN Failed to minify JS")
}

/// Gives a build what it needs besides its arguments: the data set, and what
/// paths in messages begin with.
///
/// The option alone decides on the data: a variable left over in the shell would
/// put one data set into the app and another beside it. The paths of the machine
/// would otherwise stand in what ships.
pub(crate) fn with_settings<'command>(
    command: &'command mut Command,
    options: &cli::Build,
) -> &'command mut Command {
    if let Some(home) = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(env::home_dir()?.join(".cargo")))
    {
        let sources = home.join("registry").join("src");
        let remap = format!("--remap-path-prefix={}=crates", sources.display());
        // Of the two ways to name functions the one that tells closures apart.
        let flags = [remap.as_str(), "-Csymbol-mangling-version=v0"];
        command.env(FLAGS, flags.join("\u{1f}"));
    }
    match &options.data {
        Some(path) => command.env(DATA, path),
        None => command.env_remove(DATA),
    }
}

fn finish(dist: &Path, options: &cli::Build, wasm_opt: Option<&WasmOpt>) -> Outcome {
    parts::part(dist, options.form)?;
    parts::shorten(dist)?;
    // And the app as it was before it was parted, for those who fetch no parts.
    let [wasm, glue] = parts::whole();
    shorten_scripts(&[files(dist, "js")?, vec![glue]].concat())?;
    shorten_wasm(&[files(dist, "wasm")?, vec![wasm]].concat(), wasm_opt)?;
    on_demand::finish(dist)?;
    if let Some(data) = &options.data {
        let target = dist.join("data/agenda.json");
        fs::copy(data, &target).map_err(|error| Problem::with_file(&target, "written", &error))?;
    }
    Ok(())
}

/// Writes the pages of their own, which a program of its own does: it takes the
/// components and what they are made of, natively.
pub(crate) fn write_pages(dist: &Path, base: Option<&BaseUrl>) -> Outcome {
    pages("write", dist, base)
}

/// Makes what is made of the finished pages, by the same program.
fn complete(dist: &Path, base: Option<&BaseUrl>) -> Outcome {
    pages("complete", dist, base)
}

fn pages(what: &str, dist: &Path, base: Option<&BaseUrl>) -> Outcome {
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", PAGES, "--"]);
    command.arg(what).arg(dist);
    // Trunk hands them on to its hooks; with them everything would be compiled anew.
    command.env_remove(FLAGS);
    if let Some(base) = base {
        command.arg(base.as_str());
    }
    run::run(&mut command)
}

/// Writes what tells of the other files, which nothing may change afterwards:
/// the service worker and the packed forms.
fn seal(dist: &Path) -> Outcome {
    let kept = offline::write(dist)?;
    shorten_scripts(&[dist.join(offline::WORKER)])?;
    println!("      {}", packing::pack(dist)?);
    println!("      {}", kept.weight(dist));
    Ok(())
}

/// Makes scripts as short as they get. Trunk's own minifier does not understand
/// the glue of this wasm-bindgen.
fn shorten_scripts(scripts: &[PathBuf]) -> Outcome {
    let mut command = cargo(&["run", "--quiet", "--locked", "--package", SCRIPTS, "--"]);
    run::run(command.args(scripts))
}

/// Makes the wasm as small as it gets and takes its custom sections out: names,
/// and by which tools it was made. Browsers need none of them.
fn shorten_wasm(modules: &[PathBuf], wasm_opt: Option<&WasmOpt>) -> Outcome {
    for wasm in modules {
        if let Some(wasm_opt) = wasm_opt {
            wasm_opt.shrink(wasm)?;
        }
        let long = fs::read(wasm).map_err(|error| Problem::with_file(wasm, "read", &error))?;
        let short = without_custom_sections(&long).ok_or_else(|| {
            Problem::new(format!("{} is not a whole wasm module.", wasm.display()))
        })?;
        fs::write(wasm, short).map_err(|error| Problem::with_file(wasm, "written", &error))?;
    }
    Ok(())
}

fn files(dist: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(dist).map_err(|error| Problem::with_file(dist, "read", &error))?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(files
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect())
}

/// The number of a custom section.
const CUSTOM: u8 = 0;

/// A module without its custom sections; `None` where it is not whole.
fn without_custom_sections(wasm: &[u8]) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(8)?;
    if !head.starts_with(b"\0asm") {
        return None;
    }
    let mut kept = head.to_vec();
    while let [kind, behind @ ..] = rest {
        let (length, body) = leb128(behind)?;
        let whole = (rest.len() - body.len()).checked_add(length)?;
        let (section, next) = rest.split_at_checked(whole)?;
        if *kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = next;
    }
    Some(kept)
}

/// The number that the bytes begin with, seven bits to the byte and the lowest
/// first, and what follows it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, bytes.split_at_checked(place + 1)?.1));
        }
    }
    None
}

/// The public address of the site: absolute, http or https, ending in a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address, with the slash at its end.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an address and adds the slash where it is missing.
    ///
    /// # Errors
    /// Where it is not the address of a folder on the web.
    pub fn parse(given: &str) -> Outcome<Self> {
        let wrong = |why: &str| {
            Problem::new(format!(
                "`{given}` is not a public address: {why}. \
                 It looks like https://example.org/agenda/."
            ))
        };
        let rest = given
            .strip_prefix("https://")
            .or_else(|| given.strip_prefix("http://"))
            .ok_or_else(|| wrong("it begins with neither https:// nor http://"))?;
        if given.contains(|sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\') {
            return Err(wrong("it contains a space or a sign that no address has"));
        }
        if given.contains(['?', '#']) {
            return Err(wrong("it has a query or a fragment"));
        }
        let authority = rest.split('/').next().unwrap_or_default();
        if authority.contains('@') {
            return Err(wrong("it names a user"));
        }
        // A port follows the last colon, unless that stands in an IPv6 address.
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
            _ => (authority, None),
        };
        if host.is_empty() {
            return Err(wrong("it names no host"));
        }
        if port.is_some_and(|port| port.parse::<u16>().is_err()) {
            return Err(wrong("its port is not a number up to 65535"));
        }
        let slash = if given.ends_with('/') { "" } else { "/" };
        Ok(Self(format!("{given}{slash}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_ends_in_a_slash() {
        for (given, kept) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/a/", "https://example.org/a/"),
            ("http://localhost:8080/a", "http://localhost:8080/a/"),
            ("http://[::1]/", "http://[::1]/"),
            ("http://[::1]:80/", "http://[::1]:80/"),
        ] {
            assert_eq!(BaseUrl::parse(given), Ok(BaseUrl(kept.into())));
        }
    }

    #[test]
    fn what_is_not_a_folder_on_the_web_is_no_base_url() {
        for given in [
            "",
            "example.org",
            "//example.org/",
            "ftp://example.org/",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "https://:80/",
            "https://example.org:port/",
            "https://example.org:65536/",
            "https://user@example.org/",
            "https://example.org/a b",
            "https://example.org/\n",
            "https://example.org\\a",
            "https://example.org/?a",
            "https://example.org/#a",
        ] {
            assert!(BaseUrl::parse(given).is_err(), "{given:?}");
        }
    }

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn custom_sections_are_taken_out_and_the_others_stay_as_they_are() {
        let long = [&[10, 0xc8, 0x01][..], &[7; 200]].concat();
        let custom = [0, 3, 1, b'n', 9];
        let module = [HEAD, &custom, &[1, 2, 5, 6], &long, &custom].concat();
        let kept = [HEAD, &[1, 2, 5, 6], &long].concat();
        assert_eq!(without_custom_sections(&module), Some(kept.clone()));
        assert_eq!(without_custom_sections(&kept), Some(kept));
        assert_eq!(without_custom_sections(HEAD), Some(HEAD.to_vec()));
    }

    #[test]
    fn what_is_not_a_whole_module_stays_away_from_the_site() {
        let section = [HEAD, &[1, 2, 5, 6]].concat();
        for length in [0, 7, 9, 10, 11] {
            assert_eq!(
                without_custom_sections(&section[..length]),
                None,
                "{length}"
            );
        }
        assert_eq!(without_custom_sections(b"<!doctype html>"), None);
        let endless = [HEAD, &[1, 0xff, 0xff, 0xff, 0xff, 0xff]].concat();
        assert_eq!(without_custom_sections(&endless), None);
    }
}

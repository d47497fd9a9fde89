//! `cargo xtask test`: everything that must pass, in parts that can be run
//! alone. A part that fails does not stop the next one: one run tells all.

use crate::{
    Outcome, Problem, browsers, cli, compatible, dist, html,
    run::{self, cargo},
    steps::in_words,
    tools::{self, WASM},
    validity, weight,
};
use std::{
    fmt, fs,
    ops::AddAssign,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// The package of the explorer.
const APP: &str = "development-agenda-explorer";

/// The package that writes the pages of their own.
const PAGES: &str = "site-pages";

/// Parts the wasm.
const PARTS: &str = "wasm-parts";

/// The package that shortens the scripts.
const SCRIPTS: &str = "site-scripts";

/// Where the browser tests find the built site.
const DIST: &str = "EXPLORER_DIST";

/// One part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The source is formatted.
    Format,
    /// The compiler and clippy have nothing to say, natively and for wasm.
    Lint,
    /// What is decided without a browser.
    Native,
    /// The site builds, keeps its budget and needs no leave to run text as code.
    Site,
    /// The built site in a browser.
    Browser,
}

impl Part {
    /// In the order in which they run: what is quick to tell comes first.
    pub const ALL: [Self; 5] = [
        Self::Format,
        Self::Lint,
        Self::Native,
        Self::Site,
        Self::Browser,
    ];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Site => "site",
            Self::Browser => "browser",
        }
    }

    /// Reads a name.
    ///
    /// # Errors
    /// Where no part has it.
    pub fn parse(name: &str) -> Outcome<Self> {
        let known = Self::ALL.map(Self::name);
        Self::ALL
            .into_iter()
            .find(|part| part.name() == name)
            .ok_or_else(|| {
                Problem::new(format!(
                    "There is no part `{name}`; the parts are {}.",
                    known.join(", ")
                ))
            })
    }
}

/// Runs the parts and prints their counts, and the sum in the last line.
/// Gives whether all has passed.
pub fn run(parts: &[Part]) -> bool {
    let mut all = Tally::default();
    let mut summary = Vec::new();
    let mut site_is_built = false;
    for part in parts {
        println!("\n== {} ==", part.name());
        let start = Instant::now();
        let tally = match part {
            Part::Format => format(),
            Part::Lint => lint(),
            Part::Native => native(),
            Part::Site => {
                let (tally, built) = site();
                site_is_built = built;
                tally
            }
            Part::Browser => browser(site_is_built),
        };
        let line = format!("{}: {tally} in {}", part.name(), in_words(start.elapsed()));
        println!("{line}");
        summary.push(line);
        all += tally;
    }
    println!("\n{}\n{all}", summary.join("\n"));
    all.failed == 0
}

fn format() -> Tally {
    check("the source is formatted", || {
        tools::component("rustfmt", "fmt")?;
        run::run(&mut cargo(&["fmt", "--all", "--check"]))
    })
}

fn lint() -> Tally {
    let strict = ["--", "-D", "warnings"];
    let mut tally = check("clippy, the core and the commands natively", || {
        tools::component("clippy", "clippy")?;
        let every = ["--workspace", "--all-targets", "--no-default-features"];
        run::run(cargo(&["clippy", "--locked"]).args(every).args(strict))
    });
    tally += check("clippy, the app for wasm", || {
        tools::wasm_target()?;
        let app = ["--package", APP, "--lib", "--bins", "--target", WASM];
        run::run(cargo(&["clippy", "--locked"]).args(app).args(strict))
    });
    tally
}

fn native() -> Tally {
    let mut tally = tests(
        cargo(&[
            "test",
            "--locked",
            "--no-fail-fast",
            "--no-default-features",
        ])
        .args(["--package", APP, "--package", "xtask"])
        .args(["--package", "search-bench", "--package", "facet-search"])
        .args(["--package", "static-server"]),
    );
    // In the profile of the build, which has compiled the components for it.
    tally += tests(&mut cargo(&[
        "test",
        "--locked",
        "--no-fail-fast",
        "--profile",
        "dev",
        "--package",
        PAGES,
        "--package",
        PARTS,
        "--package",
        SCRIPTS,
    ]));
    tally += check("the core names no browser", || {
        let tree = run::read(cargo(&["tree", "--locked", "--no-default-features"]).args([
            "--package",
            APP,
            "--edges",
            "normal",
            "--prefix",
            "none",
        ]))?;
        match foreign(&tree) {
            None => Ok(()),
            Some(name) => Err(Problem::new(format!(
                "Without the feature `app` the explorer depends on {name}: \
                 what needs a browser belongs behind that feature."
            ))),
        }
    });
    tally
}

/// The crate in a dependency tree that ties to a browser, if there is one.
fn foreign(tree: &str) -> Option<&str> {
    let browser = [
        "leptos",
        "web-sys",
        "js-sys",
        "wasm-bindgen",
        "gloo-storage",
    ];
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .find(|name| browser.contains(name))
}

/// Gives also whether there is a site to run a browser on.
fn site() -> (Tally, bool) {
    let dist = dist::folder();
    let mut tally = check("the site builds", || {
        dist::make(&cli::Build::default()).map(drop)
    });
    if tally.failed > 0 {
        return (tally, false);
    }
    tally += check("the first load keeps its budget", || {
        let load = weight::Load::of(&dist)?;
        print!("{load}");
        load.within_budget()
    });
    tally += check("what comes right after it keeps its budget", || {
        let load = weight::Load::late(&dist)?;
        print!("{load}");
        load.within_budget()
    });
    tally += check("what is fetched on demand keeps its budget", || {
        let load = weight::Load::on_demand(&dist)?;
        print!("{load}");
        load.within_budget()
    });
    tally += check("the script for other sites keeps its budget", || {
        let script = weight::Script::of(&dist)?;
        print!("{script}");
        script.within_budget()
    });
    tally += check("no script makes code or markup out of text", || {
        let mut scripts = files(&dist, "js")?;
        // The one for the page without WebAssembly translates, as docs say.
        scripts.retain(|path| !is_named(path, compatible::SCRIPT));
        scripts.iter().try_for_each(|path| {
            let text = fs::read_to_string(path)
                .map_err(|error| Problem::with_file(path, "read", &error))?;
            sink(&text).map_or(Ok(()), |word| {
                Err(Problem::new(format!(
                    "{} contains `{word}`, which makes code or markup out of text: \
                     find the Rust that calls for it and set text or nodes instead.",
                    path.display()
                )))
            })
        })
    });
    tally += check("no page needs an inline script or style", || {
        let mut pages = files(&dist, "html")?;
        // What is to open from a disk has everything inside.
        pages.retain(|path| !is_named(path, "explorer.html"));
        pages.iter().try_for_each(|path| {
            let page = fs::read_to_string(path)
                .map_err(|error| Problem::with_file(path, "read", &error))?;
            inline(&page).map_or(Ok(()), |what| {
                Err(Problem::new(format!(
                    "{} has {what}, which a strict content security policy forbids.",
                    path.display()
                )))
            })
        })
    });
    tally += check("the pages are valid HTML", || validity::hold(&dist));
    (tally, true)
}

/// The files of a kind in a folder and below it.
fn files(folder: &Path, kind: &str) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| Problem::with_file(folder, "read", &error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            found.extend(files(&path, kind)?);
        } else if path.extension().is_some_and(|ending| ending == kind) {
            found.push(path);
        }
    }
    Ok(found)
}

/// Whether the name of a file begins so.
fn is_named(path: &Path, beginning: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(beginning)
}

/// The first place of a script where text would become code or markup.
fn sink(script: &str) -> Option<&'static str> {
    let words = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "createContextualFragment",
        "setHTMLUnsafe",
        "DOMParser",
        "srcdoc",
        "document.write",
        "new Function(",
        "eval(",
    ];
    // `retrieval(` is a name of its own.
    let starts_name = |before: &str| {
        !before.ends_with(|sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '$'))
    };
    words.into_iter().find(|word| {
        script
            .match_indices(word)
            .any(|(place, _)| starts_name(&script[..place]))
    })
}

/// The types of scripts that are data: what a page is about, words.
const DATA_BLOCKS: [&str; 2] = ["application/ld+json", "application/json"];

/// What of a page a policy without `'unsafe-inline'` would not let run.
fn inline(page: &str) -> Option<String> {
    html::tags(page).iter().find_map(|tag| {
        // What is not JavaScript is data and does not run.
        let runs = tag.name == "script"
            && tag.attribute("src").is_none()
            && !DATA_BLOCKS.map(Some).contains(&tag.attribute("type"));
        if tag.name == "style" || runs {
            return Some(format!("an inline <{}>", tag.name));
        }
        tag.attributes()
            .find(|(name, _)| *name == "style" || name.starts_with("on"))
            .map(|(name, _)| format!("the attribute {name} on <{}>", tag.name))
    })
}

fn browser(site_is_built: bool) -> Tally {
    let mut tally = Tally::default();
    let ready = || {
        if !site_is_built {
            dist::make(&cli::Build::default())?;
        }
        browsers::install()
    };
    if let Err(problem) = ready() {
        println!("{problem}");
        tally.failed += 1;
        return tally;
    }
    tests(
        cargo(&["test", "--locked", "--no-fail-fast"])
            .args(["--package", "browser-tests"])
            .env(DIST, dist::folder()),
    )
}

/// How many checks have passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// One check that either holds or says what is wrong.
fn check(name: &str, holds: impl FnOnce() -> Outcome) -> Tally {
    println!("-- {name}");
    match holds() {
        Ok(()) => Tally {
            passed: 1,
            failed: 0,
        },
        Err(problem) => {
            println!("{problem}");
            Tally {
                passed: 0,
                failed: 1,
            }
        }
    }
}

/// Runs `cargo test` and adds up what its test programs report.
fn tests(command: &mut Command) -> Tally {
    println!("-- {}", run::in_words(command));
    let mut tally = Tally::default();
    let succeeded = run::watch(command, |line| {
        if let Some(one) = reported(line) {
            tally += one;
        }
        true
    });
    match succeeded {
        Ok(true) => {}
        // Something failed that no test has counted: it did not compile, or a
        // test program died.
        Ok(false) if tally.failed == 0 => tally.failed = 1,
        Ok(false) => {}
        Err(problem) => {
            println!("{problem}");
            tally.failed += 1;
        }
    }
    tally
}

/// Reads "test result: ok. 3 passed; 0 failed; …".
fn reported(line: &str) -> Option<Tally> {
    let rest = line.trim().strip_prefix("test result: ")?;
    let (_, counts) = rest.split_once(". ")?;
    let count = |word: &str| {
        counts
            .split(';')
            .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
    };
    Some(Tally {
        passed: count("passed")?,
        failed: count("failed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Stdio;

    #[test]
    fn the_line_of_a_test_program_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; \
                    0 filtered out; finished in 0.01s\n";
        let expected = Tally {
            passed: 12,
            failed: 3,
        };
        assert_eq!(reported(line), Some(expected));
        assert_eq!(reported("test result: none"), None);
        assert_eq!(reported("test a ... ok"), None);
    }

    #[test]
    fn a_command_that_fails_without_counting_counts_as_one_failure() {
        let expected = Tally {
            passed: 0,
            failed: 1,
        };
        let mut unknown = cargo(&["no-such-command"]);
        assert_eq!(tests(unknown.stderr(Stdio::null())), expected);
        assert_eq!(check("no", || Err(Problem::new("no"))), expected);
    }

    #[test]
    fn a_browser_crate_in_the_tree_is_found() {
        let core = "development-agenda-explorer v0.1.0 (/a)\nserde v1.0.0\nweb-systems v1.0.0\n";
        assert_eq!(foreign(core), None);
        assert_eq!(foreign("serde v1.0.0\nweb-sys v0.3.0\n"), Some("web-sys"));
    }

    #[test]
    fn a_script_that_makes_code_or_markup_of_text_is_found() {
        assert_eq!(sink("a.innerHTML = b"), Some("innerHTML"));
        assert_eq!(sink("x=new Function(a)"), Some("new Function("));
        assert_eq!(sink("window.eval(a)"), Some("eval("));
        assert_eq!(sink("retrieval(a); my_eval(b); a.textContent = b"), None);
    }

    #[test]
    fn what_a_strict_policy_forbids_in_a_page_is_found() {
        for good in [
            "<script defer src=a.js></script><p class=on>one</p>",
            "<script type=\"application/ld+json\">{\"a\":\"<style>\"}</script>",
        ] {
            assert_eq!(inline(good), None, "{good}");
        }
        for bad in [
            "<script>a()</script>",
            "<script type=module>a()</script>",
            "<style>a{}</style>",
            "<p style='a:b'>",
            "<p onclick=a()>",
        ] {
            assert!(inline(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn every_part_is_found_by_its_name() {
        for part in Part::ALL {
            assert_eq!(Part::parse(part.name()), Ok(part));
        }
        let said = Part::parse("lints").expect_err("no such part").to_string();
        assert!(said.contains("lints") && said.contains("format"), "{said}");
    }
}

//! `cargo xtask test`: everything that must pass, in parts that can be run
//! alone. A part that fails does not stop the next one: one run tells all.

use std::{fmt, ops::AddAssign, time::Instant};

use anyhow::{Result, bail};
use lexopt::{
    Arg::{Long, Short, Value},
    Parser, ValueExt,
};
use xshell::{Cmd, cmd};

use crate::{
    arguments::{misuse, named, unexpected},
    browsers, build, clients, moved_checkout,
    programs::{self, Edition},
    shell::{cargo, shell, watch},
    steps::in_words,
    tools::{self, WASM},
    validity,
};

/// The package of the explorer.
const APP: &str = "development-agenda-explorer";

/// The packages that are tested without a browser and without Leptos.
const CORE: [&str; 6] = [
    APP,
    "facet-search",
    "fuzz-tests",
    "search-bench",
    "static-server",
    "xtask",
];

/// What makes the site: in the profile of the build, which has compiled it.
const SITE: [&str; 3] = ["site", "minify-js", "wasm-split"];

/// How many tests that drive other programs may fail and be run again. More of
/// them fail for a reason.
const RUN_AGAIN: usize = 3;

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
    /// The built site under the programs of others: web servers, a validator,
    /// WordPress.
    Clients,
}

impl Part {
    /// In the order in which they run: what is quick to tell comes first.
    pub const ALL: [Self; 6] = [
        Self::Format,
        Self::Lint,
        Self::Native,
        Self::Site,
        Self::Browser,
        Self::Clients,
    ];

    /// As on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Site => "site",
            Self::Browser => "browser",
            Self::Clients => "clients",
        }
    }

    /// Reads the names of parts; all where there is none, and `None` where help
    /// is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Vec<Self>>> {
        let mut asked = Vec::new();
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Value(name) => {
                    let name = name.string().map_err(misuse)?;
                    asked.push(named(&Self::ALL, Self::name, &name)?);
                }
                Long("help") | Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        // Always in the one order, each once: cheap parts tell first.
        let mut parts = Self::ALL.to_vec();
        parts.retain(|part| asked.is_empty() || asked.contains(part));
        Ok(Some(parts))
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
            Part::Browser => on_site(&mut site_is_built, browsers::install, "browser-tests"),
            Part::Clients => on_site(&mut site_is_built, clients::prepare, "client-tests"),
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
        let (shell, cargo) = (shell()?, cargo());
        Ok(cmd!(shell, "{cargo} fmt --all --check").quiet().run()?)
    })
}

fn lint() -> Tally {
    let clippy = |options: &[&str]| {
        let (shell, cargo) = (shell()?, cargo());
        let strict = cmd!(shell, "{cargo} clippy --locked {options...} -- -D warnings");
        Ok(strict.quiet().run()?)
    };
    let mut tally = check("clippy, the core and the commands natively", || {
        tools::component("clippy", "clippy")?;
        let every = ["--workspace", "--all-targets", "--no-default-features"];
        clippy(&[&every[..], &["--features", "site/publish"]].concat())
    });
    tally += check("clippy, the app for wasm", || {
        tools::wasm_target()?;
        clippy(&["--package", APP, "--lib", "--bins", "--target", WASM])
    });
    tally
}

fn native() -> Tally {
    let packages = |names: &[&'static str]| -> Vec<&'static str> {
        names.iter().flat_map(|name| ["--package", *name]).collect()
    };
    let core = [&["--no-default-features"], &packages(&CORE)[..]].concat();
    let mut tally = cargo_test(&core, None);
    let site = [&["--profile", "dev"], &packages(&SITE)[..]].concat();
    tally += cargo_test(&site, None);
    tally += check("the core names no browser", || {
        let (shell, cargo) = (shell()?, cargo());
        let options = [
            "--no-default-features",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ];
        let tree = cmd!(shell, "{cargo} tree --locked --package {APP} {options...}");
        if let Some(name) = foreign(&tree.quiet().read()?) {
            bail!(
                "Without the feature `app` the explorer depends on {name}: \
                 what needs a browser belongs behind that feature."
            );
        }
        Ok(())
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
    let dist = build::dist();
    let mut tally = check("the site builds", || {
        build::publish(&build::Options::for_tests())
    });
    if tally.failed > 0 {
        return (tally, false);
    }
    tally += reporting(|| {
        let (shell, site) = (shell()?, programs::site(Edition::Published)?);
        run_tests(cmd!(shell, "{site} check {dist}"))
    });
    tally += check("the pages are valid HTML", || validity::check(&dist));
    tally += check("a copy of the checkout builds the same bytes", || {
        moved_checkout::check(&dist)
    });
    (tally, true)
}

/// Prepares what a package of tests needs and runs it on the site, which is built
/// first where it is not. A few tests that fail are run once more, because they
/// drive programs of others: a browser that crashes says nothing about the site.
fn on_site(is_built: &mut bool, prepare: fn() -> Result<()>, package: &str) -> Tally {
    let mut ready = || {
        if !*is_built {
            build::publish(&build::Options::for_tests())?;
            *is_built = true;
        }
        prepare()
    };
    if let Err(problem) = ready() {
        println!("{problem:#}");
        return Tally::failure();
    }
    let dist = build::dist().display().to_string();
    let package = ["--package", package];
    let first = cargo_test(&package, Some(&dist));
    if !first.may_be_run_again() {
        return first;
    }
    println!("-- once more, alone: {}", first.failures.join(", "));
    let names = first.failures.iter().map(String::as_str);
    let options: Vec<&str> = package
        .into_iter()
        .chain(["--", "--exact"])
        .chain(names)
        .collect();
    let second = cargo_test(&options, Some(&dist));
    first.settled_by(second)
}

/// How many checks have passed and failed, and the names of the tests among
/// those that failed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
    failures: Vec<String>,
    /// How many of those that passed failed at first.
    again: usize,
}

impl Tally {
    fn failure() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }

    /// Whether a few tests are all that failed. Where a program of tests crashed, or
    /// one did not compile, nobody knows what else would have failed.
    fn may_be_run_again(&self) -> bool {
        let named = self.failures.len();
        self.failed == named && (1..=RUN_AGAIN).contains(&named)
    }

    /// This count, after its failures were run again.
    fn settled_by(mut self, second: Self) -> Self {
        // A test that was not found again has not passed; where two programs have
        // a test of one name, the one that fails decides.
        let others = self.failures.len().saturating_sub(second.failed);
        let passed = second.passed.min(others);
        self.passed += passed;
        self.failed -= passed;
        self.again += passed;
        self.failures = second.failures;
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend(other.failures);
        self.again += other.again;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)?;
        if self.again > 0 {
            write!(out, " ({} passed at the second run)", self.again)?;
        }
        Ok(())
    }
}

/// One check that either holds or says what is wrong.
fn check(name: &str, holds: impl FnOnce() -> Result<()>) -> Tally {
    println!("-- {name}");
    reporting(|| {
        holds()?;
        Ok(Tally {
            passed: 1,
            ..Tally::default()
        })
    })
}

/// What was counted; a problem is one failure.
fn reporting(count: impl FnOnce() -> Result<Tally>) -> Tally {
    count().unwrap_or_else(|problem| {
        println!("{problem:#}");
        Tally::failure()
    })
}

/// Runs `cargo test` with the site in a folder where it is given.
fn cargo_test(options: &[&str], dist: Option<&str>) -> Tally {
    println!("-- cargo test {}", options.join(" "));
    reporting(|| {
        let (shell, cargo) = (shell()?, cargo());
        let mut call = cmd!(shell, "{cargo} test --locked --no-fail-fast {options...}");
        if let Some(dist) = dist {
            call = call.env(DIST, dist);
        }
        run_tests(call)
    })
}

/// Runs tests and adds up what they report in the form of `cargo test`.
fn run_tests(call: Cmd) -> Result<Tally> {
    let mut tally = Tally::default();
    let succeeded = watch(call, |line| {
        if let Some(one) = reported(line) {
            tally += one;
        }
        tally.failures.extend(failed_test(line).map(str::to_owned));
        true
    })?;
    // Something failed that no test has counted: it did not compile, or a test
    // program died.
    if !succeeded && tally.failed == 0 {
        tally += Tally::failure();
    }
    Ok(tally)
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
        ..Tally::default()
    })
}

/// Reads "test some::name ... FAILED".
fn failed_test(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("test ")?;
    rest.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_test_program_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; \
                    0 filtered out; finished in 0.01s\n";
        let expected = Tally {
            passed: 12,
            failed: 3,
            ..Tally::default()
        };
        assert_eq!(reported(line), Some(expected));
        assert_eq!(reported("test result: none"), None);
        assert_eq!(reported("test a ... ok"), None);
    }

    #[test]
    fn a_command_that_fails_without_counting_counts_as_one_failure() {
        let expected = Tally::failure();
        let (shell, cargo) = (shell().expect("there is a folder"), cargo());
        let unknown = cmd!(shell, "{cargo} no-such-command");
        assert_eq!(reporting(|| run_tests(unknown)), expected);
        assert_eq!(check("no", || bail!("no")), expected);
    }

    #[test]
    fn a_test_that_passes_when_run_again_counts_as_passed_and_is_told() {
        assert_eq!(failed_test("test a::b ... FAILED\n"), Some("a::b"));
        assert_eq!(failed_test("test a::b ... ok"), None);
        let first = || Tally {
            passed: 10,
            failed: 2,
            failures: vec!["a::b".into(), "c".into()],
            again: 0,
        };
        let second = |passed, failures: &[&str]| Tally {
            passed,
            failed: failures.len(),
            failures: failures.iter().map(|&name| name.into()).collect(),
            again: 0,
        };
        let said = |tally: Tally| tally.to_string();
        assert_eq!(
            said(first().settled_by(second(2, &[]))),
            "12 passed, 0 failed (2 passed at the second run)"
        );
        assert_eq!(
            said(first().settled_by(second(1, &["c"]))),
            "11 passed, 1 failed (1 passed at the second run)"
        );
        assert_eq!(
            said(first().settled_by(Tally::failure())),
            "10 passed, 2 failed"
        );
        // Once in each of two programs, and "a::b" fails in one of them again.
        assert_eq!(
            said(first().settled_by(second(3, &["a::b"]))),
            "11 passed, 1 failed (1 passed at the second run)"
        );
    }

    #[test]
    fn only_a_few_tests_are_run_again_and_never_after_a_crash() {
        let tally = |failed, names: &[&str]| Tally {
            passed: 10,
            failed,
            failures: names.iter().map(|&name| name.into()).collect(),
            again: 0,
        };
        assert!(tally(1, &["a"]).may_be_run_again());
        assert!(tally(3, &["a", "b", "c"]).may_be_run_again());
        assert!(!tally(4, &["a", "b", "c", "d"]).may_be_run_again());
        assert!(!tally(0, &[]).may_be_run_again());
        assert!(!tally(1, &[]).may_be_run_again(), "it did not compile");
        // The program crashed before it counted them.
        assert!(!tally(1, &["a", "b"]).may_be_run_again());
        assert!(!tally(2, &["a"]).may_be_run_again());
    }

    #[test]
    fn a_browser_crate_in_the_tree_is_found() {
        let core = "development-agenda-explorer v0.1.0 (/a)\nserde v1.0.0\nweb-systems v1.0.0\n";
        assert_eq!(foreign(core), None);
        assert_eq!(foreign("serde v1.0.0\nweb-sys v0.3.0\n"), Some("web-sys"));
    }

    #[test]
    fn every_part_is_found_by_its_name() {
        let read = |name| named(&Part::ALL, Part::name, name);
        for part in Part::ALL {
            assert_eq!(read(part.name()).expect("it is one"), part);
        }
        let said = read("lints").expect_err("no such part").to_string();
        assert!(said.contains("lints") && said.contains("format"), "{said}");
    }
}

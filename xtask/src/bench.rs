//! `cargo xtask bench`: how fast engine and page are, in parts that can be run alone.
//! What a whole run of a part measures goes into `docs/speed.md`; a shortened
//! one is only shown.

mod document;
mod lighthouse;
mod machine;

use crate::{
    Outcome, Problem, cli, dist, root,
    run::{self, cargo, program},
    steps::{Steps, in_words},
    tools::{self, Tool, WASM},
};
use std::{env, path::PathBuf, time::Instant};

/// The package with the corpora, the queries and the native measurement.
const PACKAGE: &str = "search-bench";

/// The package of the engine as wasm, and the file that comes out, without its
/// ending.
const WASM_PACKAGE: (&str, &str) = ("search-wasm", "search_wasm");

/// The package that drives the built site.
const PAGE_PACKAGE: &str = "browser-tests";

/// The sizes of the corpora unless others are asked for.
pub const SIZES: [usize; 4] = [45, 1_000, 10_000, 100_000];

/// One part of the measurements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The engine as a native program, by criterion.
    Native,
    /// The engine as wasm beside other search engines, under Node.
    Node,
    /// The built page in a browser.
    Page,
    /// The first visit to it on a slow line, with a slow device.
    Slow,
    /// The built site under Lighthouse.
    Lighthouse,
}

impl Part {
    /// In the order in which they run.
    pub const ALL: [Self; 5] = [
        Self::Native,
        Self::Node,
        Self::Page,
        Self::Slow,
        Self::Lighthouse,
    ];

    /// As on the command line, and in the markers of the document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Node => "node",
            Self::Page => "page",
            Self::Slow => "slow",
            Self::Lighthouse => "lighthouse",
        }
    }

    /// Reads a name.
    ///
    /// # Errors
    /// Where no part has it.
    pub fn parse(name: &str) -> Outcome<Self> {
        let known = Self::ALL.map(Self::name);
        let mut parts = Self::ALL.into_iter();
        parts.find(|part| part.name() == name).ok_or_else(|| {
            Problem::new(format!(
                "There is no part `{name}`; the parts are {}.",
                known.join(", ")
            ))
        })
    }
}

/// Runs the parts and prints their tables.
///
/// # Errors
/// Where something is missing, does not compile, or measures a wrong answer.
pub fn run(options: &cli::Bench) -> Outcome {
    for part in &options.parts {
        println!("\n== {} ==", part.name());
        let start = Instant::now();
        let table = match part {
            Part::Native => native(options)?,
            Part::Node => node(options)?,
            Part::Page => page("page-speed", options)?,
            Part::Slow => page("page-slow", options)?,
            Part::Lighthouse => {
                let (mut call, _server) = lighthouse::call(&dist::folder(), options.quick)?;
                table(&mut call)?
            }
        };
        let text = format!("{}\n\n{}", machine::describe()?, table.trim());
        println!("\n{text}\n\ntook {}", in_words(start.elapsed()));
        if options.is_whole() {
            document::put(part.name(), &text)?;
        }
    }
    Ok(())
}

fn native(options: &cli::Bench) -> Outcome<String> {
    let home = workshop().join("criterion");
    let sizes = numbers(&options.sizes);
    let mut measure = cargo(&["bench", "--locked", "--profile", "speed"]);
    measure.args(["--package", PACKAGE, "--bench", "search"]);
    measure.env("CRITERION_HOME", &home);
    measure.env("BENCH_SIZES", sizes.join(","));
    if options.quick {
        measure.args(["--", "--quick"]);
    }
    run::run(&mut measure)?;
    let mut table = helper("native-table");
    run::read(table.arg(home).args(sizes))
}

fn node(options: &cli::Bench) -> Outcome<String> {
    if !(run::exists("node") && run::exists("npm")) {
        return Err(Problem::new(
            "The comparison runs under Node: install Node.js 20 or newer, with npm, \
             from https://nodejs.org or your system's packages.",
        ));
    }
    let mut steps = Steps::new(7);
    steps.step(&format!("Rust's target {WASM}"), tools::wasm_target)?;
    let tool = Tool::wasm_bindgen()?;
    let bindgen = steps.step(&tool.title(), || {
        tool.find_or_fetch().map_or_else(|| tool.compile(), Ok)
    })?;
    tools::clean_up();

    let sizes = numbers(&options.sizes);
    let corpora = workshop().join("corpora");
    steps.step("The corpora", || {
        run::run(helper("corpora").arg(&corpora).args(&sizes))
    })?;
    let wasm = workshop().join("wasm");
    for (profile, folder, title) in [
        ("speed", "speed", "The engine as wasm, for speed"),
        ("release", "shipped", "The engine as wasm, as it ships"),
    ] {
        steps.step(title, || compile(profile, &bindgen, wasm.join(folder)))?;
    }
    steps.step("The other engines", || {
        let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        run::run(program("npm", &install).current_dir(comparison()))
    })?;
    steps.step("The comparison", || {
        let mut compare = program("node", &["compare.mjs"]);
        compare.current_dir(comparison());
        compare.arg("--corpora").arg(&corpora);
        compare.arg("--wasm").arg(&wasm);
        compare.args(["--sizes", &sizes.join(",")]);
        if options.quick {
            compare.arg("--quick");
        }
        table(&mut compare)
    })
}

/// What one of the package's programs measures. Of the site that was built: a
/// build of its own could differ from what is published.
fn page(program: &str, options: &cli::Bench) -> Outcome<String> {
    let mut measure = cargo(&["run", "--quiet", "--locked"]);
    measure.args(["--package", PAGE_PACKAGE, "--bin", program, "--"]);
    if options.quick {
        measure.arg("--quick");
    }
    table(&mut measure)
}

/// Makes the wasm and its JavaScript side for Node.
fn compile(profile: &str, bindgen: &PathBuf, into: PathBuf) -> Outcome {
    let (package, file) = WASM_PACKAGE;
    let mut build = cargo(&["build", "--locked", "--target", WASM]);
    build.args(["--package", package, "--profile", profile]);
    // The names of functions do no harm here, and with them goes the section
    // that wasm-bindgen needs.
    build.env("CARGO_PROFILE_RELEASE_STRIP", "false");
    run::run(&mut build)?;
    let wasm = target().join(WASM).join(profile).join(file);
    let mut bind = program(bindgen, &["--target", "nodejs", "--no-typescript"]);
    bind.arg("--out-dir").arg(into);
    run::run(bind.arg(wasm.with_extension("wasm")))
}

/// Runs it and gives what it prints; how far it is reaches the terminal.
fn table(command: &mut std::process::Command) -> Outcome<String> {
    let mut text = String::new();
    let succeeded = run::watch(command, |line| {
        text.push_str(line);
        false
    })?;
    if succeeded {
        Ok(text)
    } else {
        Err(run::failed(command))
    }
}

/// One of the programs of the package.
fn helper(name: &str) -> std::process::Command {
    let mut command = cargo(&["run", "--quiet", "--locked", "--profile", "speed"]);
    command.args(["--package", PACKAGE, "--bin", name, "--"]);
    command
}

fn numbers(sizes: &[usize]) -> Vec<String> {
    sizes.iter().map(usize::to_string).collect()
}

fn comparison() -> PathBuf {
    root().join("tests").join("bench").join("compare")
}

/// Where the corpora, the wasm and the figures of criterion are.
fn workshop() -> PathBuf {
    target().join("bench")
}

/// Where cargo compiles to.
fn target() -> PathBuf {
    let told = env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    root().join(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_found_by_its_name() {
        for part in Part::ALL {
            assert_eq!(Part::parse(part.name()), Ok(part));
        }
        let said = Part::parse("nod").expect_err("no such part").to_string();
        assert!(said.contains("`nod`") && said.contains("native"), "{said}");
    }
}

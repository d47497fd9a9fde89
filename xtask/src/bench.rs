//! `cargo xtask bench`: how fast engine and page are, in parts that can be run alone.
//! What a whole run of a part measures goes into `docs/speed.md`; a shortened
//! one is only shown.

mod commands;
mod document;
mod lighthouse;
mod machine;
mod pages;

use std::{path::Path, time::Instant};

use anyhow::{Result, anyhow, bail};
use lexopt::{
    Arg::{Long, Short, Value},
    Parser, ValueExt,
};
use xshell::cmd;

use self::commands::{PACKAGE, helper, table, workshop};
use crate::{
    arguments::{misuse, named, text, unexpected},
    build, npm,
    root::{root, target},
    shell::{cargo, shell},
    steps::{Steps, in_words},
    tools::{self, WASM},
};

/// The package of the engine as wasm, and the file that comes out, without its
/// ending.
const WASM_PACKAGE: (&str, &str) = ("search-wasm", "search_wasm");

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
}

/// The options of `bench`.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// What is measured.
    pub parts: Vec<Part>,
    /// The sizes of the corpora.
    pub sizes: Vec<usize>,
    /// How many synthetic recommendations the page has instead of the real ones.
    pub rows: Option<usize>,
    /// With few repetitions, to see whether it runs.
    pub quick: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            parts: Part::ALL.to_vec(),
            sizes: SIZES.to_vec(),
            rows: None,
            quick: false,
        }
    }
}

impl Options {
    /// Whether the figures are those that are published.
    pub fn is_whole(&self) -> bool {
        !self.quick && self.sizes == SIZES && self.rows.is_none()
    }

    /// Reads them; `None` where help is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Self>> {
        let mut options = Self::default();
        let mut asked = Vec::new();
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Value(name) => {
                    let name = name.string().map_err(misuse)?;
                    asked.push(named(&Part::ALL, Part::name, &name)?);
                }
                Long("sizes") => options.sizes = sizes(&text(parser)?)?,
                Long("rows") => options.rows = Some(rows(&text(parser)?)?),
                Long("quick") => options.quick = true,
                Long("help") | Short('h') => return Ok(None),
                other => return Err(unexpected(other)),
            }
        }
        if !asked.is_empty() {
            options.parts.retain(|part| asked.contains(part));
        }
        Ok(Some(options))
    }
}

fn rows(given: &str) -> Result<usize> {
    let read = given.parse().ok().filter(|rows| *rows > 0);
    read.ok_or_else(|| {
        anyhow!(
            "`{given}` is not a number of recommendations; --rows takes a whole number above 0."
        )
    })
}

fn sizes(given: &str) -> Result<Vec<usize>> {
    let size = |word: &str| word.trim().parse().ok().filter(|size| *size > 0);
    let read: Option<Vec<usize>> = given.split(',').map(size).collect();
    read.ok_or_else(|| {
        anyhow!(
            "`{given}` is no list of sizes; --sizes takes numbers with commas between them, as 45,1000."
        )
    })
}

/// Runs the parts and prints their tables.
///
/// # Errors
/// Where something is missing, does not compile, or measures a wrong answer.
pub fn run(options: &Options) -> Result<()> {
    for part in &options.parts {
        println!("\n== {} ==", part.name());
        let start = Instant::now();
        let shell = shell()?;
        let table = match part {
            Part::Native => native(options)?,
            Part::Node => node(options)?,
            Part::Page => pages::speed(options.rows, options.quick)?,
            Part::Slow => pages::slow(options.quick)?,
            Part::Lighthouse => {
                let (call, _server) = lighthouse::call(&shell, &build::dist(), options.quick)?;
                table(call)?
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

fn native(options: &Options) -> Result<String> {
    let (shell, cargo) = (shell()?, cargo());
    let home = workshop().join("criterion");
    let sizes = numbers(&options.sizes);
    let quick: &[&str] = if options.quick {
        &["--", "--quick"]
    } else {
        &[]
    };
    let measure = cmd!(
        shell,
        "{cargo} bench --locked --profile speed --package {PACKAGE} --bench search {quick...}"
    );
    let measure = measure.env("CRITERION_HOME", &home);
    measure.env("BENCH_SIZES", sizes.join(",")).quiet().run()?;
    Ok(helper(&shell, "native-table")
        .arg(home)
        .args(sizes)
        .read()?)
}

fn node(options: &Options) -> Result<String> {
    if !npm::is_there() {
        bail!(
            "The comparison runs under Node: install Node.js 20 or newer, with npm, \
             from https://nodejs.org or your system's packages."
        );
    }
    let mut steps = Steps::new(7);
    let shell = shell()?;
    steps.step(&format!("Rust's target {WASM}"), tools::wasm_target)?;
    let bindgen = steps.step("wasm-bindgen", tools::wasm_bindgen)?;

    let sizes = numbers(&options.sizes);
    let corpora = workshop().join("corpora");
    steps.step("The corpora", || {
        let make = helper(&shell, "corpora").arg(&corpora);
        Ok(make.args(&sizes).run()?)
    })?;
    let wasm = workshop().join("wasm");
    for (profile, folder, title) in [
        ("speed", "speed", "The engine as wasm, for speed"),
        ("release", "shipped", "The engine as wasm, as it ships"),
    ] {
        steps.step(title, || compile(profile, &bindgen, &wasm.join(folder)))?;
    }
    shell.change_dir(root().join("tests/bench/compare"));
    steps.step("The other engines", || {
        Ok(cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund").run()?)
    })?;
    steps.step("The comparison", || {
        let sizes = sizes.join(",");
        let quick = options.quick.then_some("--quick");
        table(cmd!(
            shell,
            "node compare.mjs --corpora {corpora} --wasm {wasm} --sizes {sizes} {quick...}"
        ))
    })
}

/// Makes the wasm and its JavaScript side for Node.
fn compile(profile: &str, bindgen: &Path, into: &Path) -> Result<()> {
    let (shell, cargo, (package, file)) = (shell()?, cargo(), WASM_PACKAGE);
    let build = cmd!(
        shell,
        "{cargo} build --locked --target {WASM} --package {package} --profile {profile}"
    );
    // The names of functions do no harm here, and with them goes the section
    // that wasm-bindgen needs.
    let build = build.env("CARGO_PROFILE_RELEASE_STRIP", "false");
    build.quiet().run()?;
    let wasm = target().join(WASM).join(profile).join(file);
    let wasm = wasm.with_extension("wasm");
    let bind = cmd!(
        shell,
        "{bindgen} --target nodejs --no-typescript --out-dir {into} {wasm}"
    );
    Ok(bind.quiet().run()?)
}

fn numbers(sizes: &[usize]) -> Vec<String> {
    sizes.iter().map(usize::to_string).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_found_by_its_name() {
        let read = |name| named(&Part::ALL, Part::name, name);
        for part in Part::ALL {
            assert_eq!(read(part.name()).expect("it is one"), part);
        }
        let said = read("nod").expect_err("no such part").to_string();
        assert!(said.contains("`nod`") && said.contains("native"), "{said}");
    }
}

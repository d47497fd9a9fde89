//! `cargo xtask fuzz`: has AFL++ invent input for what strangers can send, and
//! follow what it reaches in the code. Runs on the stable compiler; the targets
//! and what must hold are in `tests/fuzz`.

use anyhow::{Result, anyhow, bail, ensure};
use fs_err as fs;
use lexopt::{
    Arg::{Long, Short, Value},
    Parser, ValueExt,
};
use xshell::cmd;

use crate::{
    arguments::{misuse, number, unexpected},
    root::{root, target},
    shell::{cargo, shell},
};

/// The targets, as `tests/fuzz` names them.
const TARGETS: [&str; 5] = ["address", "saved", "search", "message", "data"];

/// From how many milliseconds on an execution hangs. On a busy machine one may have
/// to wait for some seconds.
const PATIENCE: &str = "10000";

/// The longest input that is invented for a target, in bytes. Longer ones only take
/// longer; for a search much longer, because each word that is not known is compared
/// with all that are, for itself and again for each relaxation.
fn longest(target: &str) -> &'static str {
    match target {
        "search" => "64",
        _ => "4000",
    }
}

/// The options of `fuzz`.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Which targets.
    pub targets: Vec<&'static str>,
    /// How often each is run.
    pub executions: u64,
    /// What the random choices begin with.
    pub seed: u64,
}

impl Options {
    /// Reads them; `None` where help is asked for.
    ///
    /// # Errors
    /// Where one is not understood.
    pub fn parse(parser: &mut Parser) -> Result<Option<Self>> {
        let mut options = Self {
            targets: Vec::new(),
            executions: 1_000_000,
            seed: 1,
        };
        while let Some(argument) = parser.next().map_err(misuse)? {
            match argument {
                Long("executions") => options.executions = number(parser)?,
                Long("seed") => options.seed = number(parser)?,
                Long("help") | Short('h') => return Ok(None),
                Value(name) => {
                    let name = name.string().map_err(misuse)?;
                    let known = TARGETS.iter().find(|target| **target == name);
                    let known = known.ok_or_else(|| {
                        anyhow!(
                            "There is no target `{name}`; there are {}.",
                            TARGETS.join(", ")
                        )
                    })?;
                    options.targets.push(known);
                }
                other => return Err(unexpected(other)),
            }
        }
        if options.targets.is_empty() {
            options.targets = TARGETS.to_vec();
        }
        Ok(Some(options))
    }
}

/// Runs the targets one after the other and says what each has shown.
///
/// # Errors
/// Where AFL++ is not there, or an input breaks a promise.
pub fn run(options: &Options) -> Result<()> {
    let (shell, cargo) = (shell()?, cargo());
    if cmd!(shell, "{cargo} afl --version")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_err()
    {
        bail!("This needs AFL++ for Rust. Install it with `cargo install cargo-afl`.");
    }
    // Not small, but fast, and so that a number that overflows is noticed.
    let profile = [
        "--config=profile.release.lto=false",
        "--config=profile.release.opt-level=3",
        "--config=profile.release.codegen-units=16",
        "--config=profile.release.overflow-checks=true",
    ];
    let folder = target().join("fuzz");
    cmd!(
        shell,
        "{cargo} afl build --release --package fuzz-tests --features afl --bin fuzz {profile...}"
    )
    .env("CARGO_TARGET_DIR", &folder)
    .env("RUSTC_WRAPPER", root().join("tests/fuzz/rustc.sh"))
    .run()?;
    let program = folder.join("release").join("fuzz");
    let mut broken = Vec::new();
    for name in &options.targets {
        let corpus = root().join("tests/fuzz/corpus").join(name);
        let found = folder.join("found").join(name);
        if found.exists() {
            fs::remove_dir_all(&found)?;
        }
        fs::create_dir_all(&found)?;
        let (executions, seed) = (options.executions.to_string(), options.seed.to_string());
        let longest = longest(name);
        cmd!(
            shell,
            "{cargo} afl fuzz -i {corpus} -o {found} -E {executions} -s {seed} -t {PATIENCE} -G {longest} {program} {name}"
        )
        // What would ask for changes of the machine.
        .env("AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES", "1")
        .env("AFL_SKIP_CPUFREQ", "1")
        .env("AFL_NO_UI", "1")
        .quiet()
        .ignore_stdout()
        .run()?;
        let report = fs::read_to_string(found.join("default/fuzzer_stats"))?;
        let figure = |key: &str| {
            let line = report.lines().find(|line| line.starts_with(key));
            line.and_then(|line| line.split_once(':'))
                .map_or("?", |(_, figure)| figure.trim())
        };
        let (crashes, hangs) = (figure("saved_crashes"), figure("saved_hangs"));
        println!(
            "{name}: {} executions, {} edges of the code, {crashes} broken promises, {hangs} hangs",
            figure("execs_done"),
            figure("edges_found"),
        );
        if (crashes, hangs) != ("0", "0") {
            broken.push(format!("{name} in {}", found.join("default").display()));
        }
    }
    ensure!(
        broken.is_empty(),
        "There are inputs that break a promise: {}. Mend it, and add the input to tests/fuzz/corpus.",
        broken.join(", ")
    );
    Ok(())
}

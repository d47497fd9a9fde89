//! The command line; README.md says how to use it.

use std::{collections::HashSet, path::Path, process::ExitCode};

use anyhow::{Context as _, Result, bail};
use fs_err as fs;
use wasm_split::{Bindgen, List, Lists, instrument, report::report, shorten, split, trap};

const USAGE: &str = "usage:
  wasm-split split WASM GLUE LINKED (LIST PART)… [-- (LIST PART)…]…
  wasm-split instrument WASM GLUE SYMBOLS
  wasm-split report WASM GLUE LINKED CALLED LIST… [-- LIST…]…
  wasm-split shorten WASM GLUE
  wasm-split trap WASM LINKED PATTERN…";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<String> {
    if let ["trap", wasm_path, linked, patterns @ ..] = arguments {
        let (wasm, linked) = (fs::read(wasm_path)?, fs::read(linked)?);
        let trapped = trap(&wasm, Some(&linked), &List::parse(&patterns.join("\n")))?;
        fs::write(wasm_path, &trapped)?;
        let less = wasm.len().saturating_sub(trapped.len());
        return Ok(format!("      {less} bytes less where panics only trap"));
    }
    let [verb, wasm_path, glue_path, rest @ ..] = arguments else {
        bail!(USAGE);
    };
    let wasm = fs::read(wasm_path)?;
    let glue = fs::read_to_string(glue_path)?;
    let bindgen = Bindgen {
        wasm: &wasm,
        glue: &glue,
    };
    match (*verb, rest) {
        ("split", [linked, parts @ ..]) if !parts.is_empty() => {
            let (mut lists, mut paths) = (Vec::new(), Vec::new());
            for parts in groups(parts) {
                let (pairs, []) = parts.as_chunks() else {
                    bail!(USAGE);
                };
                lists.push(pairs.iter().map(|[list, _]| *list).collect::<Vec<_>>());
                paths.extend(pairs.iter().map(|[_, path]| *path));
            }
            let groups: Vec<&[&str]> = lists.iter().map(Vec::as_slice).collect();
            let split = split(
                bindgen,
                Some(&fs::read(linked)?),
                &read_lists(groups.into_iter())?,
            )
            .with_context(|| format!("{wasm_path} can't be split by {lists:?}"))?;
            fs::write(wasm_path, &split.first)?;
            for (path, part) in paths.iter().zip(&split.later) {
                fs::write(path, part)?;
            }
            fs::write(glue_path, &split.glue)?;
            let counts = split.counts;
            Ok(format!(
                "      {:?} functions a part, {:?} bytes of data in the later ones, \
                 {} call slots between them",
                counts.functions, counts.data, counts.call_slots
            ))
        }
        ("instrument", [symbols]) => {
            let instrumented = instrument(bindgen)?;
            fs::write(wasm_path, &instrumented.wasm)?;
            fs::write(symbols, instrumented.symbols.join("\n"))?;
            fs::write(glue_path, &instrumented.glue)?;
            let count = instrumented.symbols.len();
            Ok(format!(
                "      {count} functions report when they are called"
            ))
        }
        ("report", [linked, called, lists @ ..]) => {
            let called = fs::read_to_string(called)?;
            let called: HashSet<&str> = called.lines().collect();
            let linked = fs::read(linked)?;
            let lists = read_lists(groups(lists))?;
            let report = report(bindgen, Some(&linked), &lists, &called)?;
            if !report.too_early.is_empty() {
                bail!("{}", report.text());
            }
            Ok(report.text())
        }
        ("shorten", []) => {
            let (module, glue) = shorten(bindgen)?;
            fs::write(wasm_path, &module)?;
            fs::write(glue_path, glue)?;
            Ok("      its names are short".to_owned())
        }
        _ => bail!(USAGE),
    }
}

/// What stands before, between and behind the arguments `--`: in turn parts of the chain and
/// parts apart.
fn groups<'all>(arguments: &'all [&'all str]) -> impl Iterator<Item = &'all [&'all str]> {
    arguments.split(|argument| *argument == "--")
}

fn read_lists<'all>(groups: impl Iterator<Item = &'all [&'all str]>) -> Result<Lists> {
    let groups = groups.map(|paths| {
        let lists = paths
            .iter()
            .map(|path| Ok(List::parse(&fs::read_to_string(Path::new(path))?)));
        lists.collect::<Result<Vec<List>>>()
    });
    Lists::new(groups.collect::<Result<_>>()?)
}

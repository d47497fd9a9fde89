//! Called by `cargo xtask build` and `profile` when wasm-bindgen is done.
//!
//! - `wasm-parts part WASM GLUE LATE LINKED` parts the wasm;
//! - `wasm-parts watch WASM GLUE LATE` has it tell which functions are called;
//! - `wasm-parts shorten WASM GLUE` gives short names only.

use std::{fs, path::Path, process::ExitCode};

use wasm_parts::problem::{Outcome, Problem};
use wasm_parts::{glue, late::Late, part, shorten, watch};

/// A module with nothing in it.
const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

fn main() -> ExitCode {
    wasm_parts::problem::tell(run())
}

fn run() -> Outcome<String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let [verb, wasm, script, rest @ ..] = &arguments[..] else {
        return Err(Problem::new(
            "Say what to do, and name the wasm and its glue.",
        ));
    };
    let (wasm, script) = (Path::new(wasm), Path::new(script));
    let (module, glue) = (read(wasm)?, read(script)?);
    let glue = glue::without_unused(&String::from_utf8_lossy(&glue));
    let done = match (*verb, rest) {
        ("part", [late, linked]) => {
            let glue = glue::patient(&glue::taught(&glue, glue::PARTED)?)?;
            let parts = part::part(
                &module,
                &glue,
                &read(Path::new(linked))?,
                &Late::checked_in(),
            )?;
            write(wasm, &parts.first)?;
            write(Path::new(late), &parts.late)?;
            write(script, parts.glue.as_bytes())?;
            let part::Counts {
                first,
                late,
                ways,
                data,
            } = parts.counts;
            format!(
                "      {first} functions at once; {late} later with {data} bytes of data, \
                 {ways} ways between them"
            )
        }
        ("watch", [late]) => {
            let (watched, names) = watch::watch(&module, &glue)?;
            write(wasm, &watched)?;
            write(Path::new(late), EMPTY)?;
            let list = Path::new(late).with_extension("txt");
            write(&list, names.join("\n").as_bytes())?;
            write(script, glue::taught(&glue, glue::WATCHED)?.as_bytes())?;
            format!("      {} functions are watched", names.len())
        }
        ("shorten", []) => {
            let (module, glue) = shorten(&module, &glue)?;
            write(wasm, &module)?;
            write(script, glue.as_bytes())?;
            "      its names are short".to_owned()
        }
        _ => return Err(Problem::new("That is not what this program does.")),
    };
    Ok(done)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Problem::with_file(path, "read", &error))
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(|error| Problem::with_file(path, "written", &error))
}

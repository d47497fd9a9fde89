//! `wasm-parts part|watch WASM GLUE LATE`: called by `cargo xtask build` and
//! `cargo xtask profile` when wasm-bindgen is done.

use std::{fs, path::Path, process::ExitCode};

use wasm_parts::{glue, late::Late, part, watch};
use xtask::{Outcome, Problem};

/// A module with nothing in it.
const EMPTY: &[u8] = b"\0asm\x01\0\0\0";

fn main() -> ExitCode {
    match run() {
        Ok(done) => {
            println!("{done}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [verb, wasm, glue, late] = &arguments[..] else {
        return Err(Problem::new(
            "Say `part` or `watch`, and name the wasm, its glue and the late part.",
        ));
    };
    let [wasm, glue, late] = [wasm, glue, late].map(Path::new);
    let module = read(wasm)?;
    match verb.as_str() {
        "part" => {
            let parts = part::part(&module, &Late::checked_in())?;
            write(wasm, &parts.first)?;
            write(late, &parts.late)?;
            glue::teach(glue, glue::PARTED)?;
            Ok(format!(
                "{} functions at once, {} later, {} ways between them",
                parts.counts.first, parts.counts.late, parts.counts.ways
            ))
        }
        "watch" => {
            let (watched, names) = watch::watch(&module)?;
            write(wasm, &watched)?;
            write(late, EMPTY)?;
            write(&late.with_extension("txt"), names.join("\n").as_bytes())?;
            glue::teach(glue, glue::WATCHED)?;
            Ok(format!("{} functions are watched", names.len()))
        }
        other => Err(Problem::new(format!("“{other}” is not known."))),
    }
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Problem::with_file(path, "read", &error))
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(|error| Problem::with_file(path, "written", &error))
}

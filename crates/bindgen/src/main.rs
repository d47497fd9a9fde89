//! The program `wasm-bindgen` over its library: makes the JavaScript beside a
//! wasm module. See `README.md`.

use std::{env, path::PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::{
    Arg::{Long, Short, Value},
    Parser, ValueExt,
};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = Parser::from_args(env::args_os().skip(1));
    let mut bindgen = Bindgen::new();
    let (mut module, mut folder) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("version") | Short('V') => {
                println!("wasm-bindgen {}", wasm_bindgen_shared::version());
                return Ok(());
            }
            Long("target") => match arguments.value()?.string()?.as_str() {
                "web" => bindgen.web(true)?,
                "no-modules" => bindgen.no_modules(true)?,
                "nodejs" => bindgen.nodejs(true)?,
                other => bail!("there is no target `{other}` here"),
            },
            Long("out-dir") => {
                folder = Some(PathBuf::from(arguments.value()?));
                &mut bindgen
            }
            Long("out-name") => bindgen.out_name(&arguments.value()?.string()?),
            Long("no-typescript") => &mut bindgen,
            Long("no-demangle") => bindgen.demangle(false),
            Value(path) if module.is_none() => {
                module = Some(PathBuf::from(path));
                &mut bindgen
            }
            other => return Err(other.unexpected().into()),
        };
    }
    bindgen
        .omit_default_module_path(false)
        .input_path(module.context("name the module")?)
        .generate(folder.context("--out-dir is missing")?)
}

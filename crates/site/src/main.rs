//! `site`: called by `cargo xtask` when Trunk is done.
//!
//! - `site pages DIST [--base-url URL]` gives a site that Trunk has built by
//!   itself its pages;
//! - `site publish DIST [--base-url URL] [--data FILE] [--date DAY] --workspace DIR
//!   --whole WASM GLUE [--compatible POLYWASM WASM]` makes what is published;
//! - `site weigh DIST` prints what a published site weighs;
//! - `site check DIST` checks one, and reports in the form of `cargo test`.

use std::{
    env,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use lexopt::{
    Arg::{Long, Value},
    Parser, ValueExt,
};
use site::{BaseUrl, pages};

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem:#}");
            ExitCode::FAILURE
        }
    }
}

/// The command line.
#[derive(Default)]
struct Arguments {
    command: String,
    dist: PathBuf,
    base_url: Option<BaseUrl>,
    data: Option<PathBuf>,
    date: Option<String>,
    workspace: PathBuf,
    whole: Option<[PathBuf; 2]>,
    compatible: Option<[PathBuf; 2]>,
    sample: Option<(PathBuf, BaseUrl)>,
}

impl Arguments {
    fn read(mut parser: Parser) -> Result<Self> {
        let mut read = Self::default();
        let mut plain = Vec::new();
        while let Some(argument) = parser.next()? {
            match argument {
                Long("base-url") => {
                    read.base_url = Some(BaseUrl::parse(&parser.value()?.string()?)?)
                }
                Long("data") => read.data = Some(parser.value()?.into()),
                Long("date") => read.date = Some(parser.value()?.string()?),
                Long("workspace") => read.workspace = parser.value()?.into(),
                Long("whole") => {
                    read.whole = Some([parser.value()?.into(), parser.value()?.into()])
                }
                Long("compatible") => {
                    read.compatible = Some([parser.value()?.into(), parser.value()?.into()])
                }
                Long("sample") => {
                    let file = parser.value()?.into();
                    read.sample = Some((file, BaseUrl::parse(&parser.value()?.string()?)?));
                }
                Value(word) => plain.push(word),
                other => return Err(other.unexpected().into()),
            }
        }
        let [command, dist] = <[_; 2]>::try_from(plain)
            .ok()
            .context("name what to do and the folder of the built site")?;
        read.command = command.string()?;
        read.dist = dist.into();
        Ok(read)
    }
}

fn run() -> Result<ExitCode> {
    let arguments = Arguments::read(Parser::from_args(env::args_os().skip(1)))?;
    let dist = arguments.dist.clone();
    if arguments.command == "pages" {
        let written = pages::complete(&dist, arguments.base_url.as_ref())?;
        println!("      {written}");
        return Ok(ExitCode::SUCCESS);
    }
    published(&dist, arguments)
}

#[cfg(feature = "publish")]
fn published(dist: &Path, arguments: Arguments) -> Result<ExitCode> {
    use anyhow::bail;
    use site::{check, compatible, publish, single_file::Whole};

    match arguments.command.as_str() {
        "publish" => {
            let [wasm, glue] = arguments.whole.context("--whole is missing")?;
            let compatible = arguments
                .compatible
                .map(|[polywasm, wasm]| compatible::Sources {
                    polywasm,
                    wasm,
                    glue: glue.clone(),
                });
            let options = publish::Options {
                base_url: arguments.base_url,
                data: arguments.data,
                date: arguments.date,
                workspace: arguments.workspace,
                whole: Whole { wasm, glue },
                compatible,
                sample: arguments.sample,
            };
            publish::publish(dist, &options)?;
        }
        "weigh" => publish::weigh(dist)?,
        "check" => {
            let (passed, failed) = check::run(dist);
            let all = if failed == 0 { "ok" } else { "FAILED" };
            println!("test result: {all}. {passed} passed; {failed} failed");
            if failed > 0 {
                return Ok(ExitCode::FAILURE);
            }
        }
        other => bail!("there is no `{other}`; there are pages, publish, weigh and check"),
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(not(feature = "publish"))]
fn published(_: &Path, arguments: Arguments) -> Result<ExitCode> {
    anyhow::bail!("`{}` needs the feature `publish`", arguments.command)
}

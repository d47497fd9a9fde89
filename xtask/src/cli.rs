//! The command line: which command it is. The options of each are read by the
//! command itself, before any work starts.

use std::{ffi::OsString, process::ExitCode};

use anyhow::{Result, bail};
use lexopt::{
    Arg::{Long, Short, Value},
    Parser, ValueExt,
};

use crate::{
    arguments::{misuse, unexpected},
    bench, build, checks, data_set, fuzz, profile,
    root::root,
    serve, soak, trunk_hook,
};

/// Printed by `cargo xtask` without arguments and by `--help`.
pub const HELP: &str = "\
Commands for the Development Agenda Explorer

  cargo xtask serve      build what is needed to look at the site and serve it on
                         http://127.0.0.1:8080/
      --port N           another port; 0 takes a free one
      --open             open it in the browser
      --watch            rebuild and reload when a file changes
      --examples         also serve pages that embed it, as another site
  cargo xtask build      build everything that is published into dist/
      --base-url URL     the public address: for canonical links, previews of links,
                         oEmbed and the sitemap
      --data FILE        another data set in the same schema
  cargo xtask check      read the data set, or another FILE, and report every fault of it
      FILE               another data set in the same schema
  cargo xtask test       everything that must pass
      NAME…              only these parts: format, lint, native, site, browser,
                         clients
  cargo xtask test soak  a long walk in each browser, against the model
      --actions N        how many actions (5,000)
      --seed S           what they are drawn from
      --engine NAME      only in chromium, firefox or webkit
  cargo xtask bench      how fast the search is, into docs/speed.md
      NAME…              only these parts: native, node, page, slow, lighthouse
      --sizes N,N…       only corpora of these sizes; shows the table only
      --rows N           the page with N synthetic recommendations; shows the table only
      --quick            few repetitions; shows the table only
  cargo xtask fuzz       invent input for what strangers can send (needs cargo-afl)
      NAME…              only these targets: address, saved, search, message, data
      --executions N     how often each is run (1,000,000)
      --seed S           what the inventions begin with (1)
  cargo xtask profile    check the list of deferred functions against usual visits
  cargo xtask styles     bundle the style sheets (Trunk calls this)
  cargo xtask pages      write the pages into what Trunk has built (Trunk calls this)

What a command needs and the machine lacks is installed first, once.
";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Build the site and show it.
    Serve(serve::Options),
    /// Build the site.
    Build(build::Options),
    /// Run these parts of the checks, in this order.
    Test(Vec<checks::Part>),
    /// Walk long in each browser.
    Soak(soak::Options),
    /// Measure how fast the engine is.
    Bench(bench::Options),
    /// Invent input.
    Fuzz(fuzz::Options),
    /// Find out what of the wasm can be deferred.
    Profile,
    /// Check a data set.
    Check(data_set::Options),
    /// Bundle the style sheets.
    Styles,
    /// Write the pages into what Trunk has built.
    Pages,
}

impl Command {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// Says which argument was not understood, and what would be.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self> {
        let mut rest = Parser::from_args(arguments);
        let name = match rest.next().map_err(misuse)? {
            None | Some(Long("help") | Short('h')) => return Ok(Self::Help),
            Some(Value(name)) => name.string().map_err(misuse)?,
            Some(other) => return Err(unexpected(other)),
        };
        let rest = &mut rest;
        let command = match name.as_str() {
            "help" => None,
            "serve" => serve::Options::parse(rest)?.map(Self::Serve),
            "build" => build::Options::parse(rest)?.map(Self::Build),
            "test" if is_next("soak", rest) => soak::Options::parse(rest)?.map(Self::Soak),
            "test" => checks::Part::parse(rest)?.map(Self::Test),
            "bench" => bench::Options::parse(rest)?.map(Self::Bench),
            "fuzz" => fuzz::Options::parse(rest)?.map(Self::Fuzz),
            "profile" => alone(Self::Profile, rest)?,
            "check" => data_set::Options::parse(rest)?.map(Self::Check),
            "styles" => alone(Self::Styles, rest)?,
            "pages" => alone(Self::Pages, rest)?,
            _ => bail!(
                "There is no command `{name}`; there are serve, build, check, test, bench, fuzz, \
                 profile, styles and pages."
            ),
        };
        Ok(command.unwrap_or(Self::Help))
    }

    /// Does it.
    ///
    /// # Errors
    /// Those of the command.
    pub fn run(&self) -> Result<ExitCode> {
        match self {
            Self::Help => print!("{HELP}"),
            Self::Serve(options) => serve::run(options)?,
            Self::Build(options) => build::run(options)?,
            Self::Bench(options) => bench::run(options)?,
            Self::Soak(options) => soak::run(options)?,
            Self::Fuzz(options) => fuzz::run(options)?,
            Self::Profile => profile::run()?,
            Self::Styles => site::styles::bundle(&root(), &data_set::of_hook()?)?,
            Self::Check(options) => data_set::check(options)?,
            Self::Pages => trunk_hook::complete()?,
            Self::Test(parts) => {
                if !checks::run(parts) {
                    return Ok(ExitCode::FAILURE);
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Whether the next argument is this word, which is read in that case.
fn is_next(word: &str, rest: &mut Parser) -> bool {
    let mut ahead = rest.clone();
    let found = matches!(ahead.next(), Ok(Some(Value(next))) if next == word);
    if found {
        *rest = ahead;
    }
    found
}

/// A command without options; `None` where help is asked for.
fn alone(command: Command, rest: &mut Parser) -> Result<Option<Command>> {
    match rest.next().map_err(misuse)? {
        None => Ok(Some(command)),
        Some(Long("help") | Short('h')) => Ok(None),
        Some(other) => Err(unexpected(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command> {
        Command::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn no_argument_asks_for_help() {
        assert_eq!(parse("").unwrap(), Command::Help);
        assert_eq!(parse("serve --help").unwrap(), Command::Help);
    }

    #[test]
    fn serve_takes_port_8080_unless_told_otherwise() {
        assert_eq!(
            parse("serve").unwrap(),
            Command::Serve(serve::Options::default())
        );
        let told = serve::Options {
            port: 0,
            open: true,
            watch: true,
            examples: true,
        };
        let line = "serve --watch --port 0 --examples --open";
        assert_eq!(parse(line).unwrap(), Command::Serve(told));
    }

    #[test]
    fn an_argument_that_is_not_understood_is_named() {
        for (line, named) in [
            ("serve --prot 1", "--prot"),
            ("serve --port", "--port"),
            ("serve --port 65536", "65536"),
            ("sevre", "sevre"),
            ("styles --watch", "--watch"),
            ("build --data no/such/file.json", "no/such/file.json"),
            ("build --base-url example.org", "example.org"),
            ("test nativ", "nativ"),
            ("bench nod", "nod"),
            ("fuzz adress", "adress"),
            ("test soak --actions few", "few"),
            ("test soak --engine gecko", "gecko"),
            ("test native soak", "soak"),
            ("fuzz --executions many", "many"),
            ("bench --sizes 45,0", "45,0"),
            ("--watch", "--watch"),
        ] {
            let said = parse(line).expect_err(line).to_string();
            assert!(said.contains(named), "{line}: {said}");
        }
    }

    #[test]
    fn only_a_whole_bench_is_published() {
        let read = |line: &str| match parse(line) {
            Ok(Command::Bench(options)) => options,
            other => panic!("{line}: {other:?}"),
        };
        assert_eq!(read("bench"), bench::Options::default());
        assert!(read("bench node").is_whole());
        assert_eq!(read("bench node").parts, [bench::Part::Node]);
        assert_eq!(read("bench --sizes 45,1000").sizes, [45, 1_000]);
        for line in ["bench --quick", "bench native --sizes 45"] {
            assert!(!read(line).is_whole(), "{line}");
        }
    }

    #[test]
    fn parts_run_in_one_order_and_once() {
        let parts = vec![checks::Part::Format, checks::Part::Browser];
        let line = "test browser format browser";
        assert_eq!(parse(line).unwrap(), Command::Test(parts));
        assert_eq!(
            parse("test").unwrap(),
            Command::Test(checks::Part::ALL.to_vec())
        );
    }
}

//! The command line as a type: everything is checked here, before any work
//! starts, so the commands get values that they can use as they are.

use crate::{Outcome, Problem, bench, checks::Part, dist::BaseUrl, parts};
use lexopt::{
    Arg::{Long, Short, Value},
    Parser, ValueExt,
};
use std::{ffi::OsString, path::PathBuf};

/// Printed by `cargo xtask` without arguments and by `--help`.
pub const HELP: &str = "\
Commands for the Development Agenda Explorer

  cargo xtask serve      build the site and serve it on http://127.0.0.1:8080/
      --port N           another port; 0 takes a free one
      --open             open it in the browser
      --watch            rebuild and reload when a file changes
      --examples         also serve pages that embed it, as another site
  cargo xtask build      build the site into dist/
      --base-url URL     the public address: for canonical links, previews of links,
                         oEmbed and the sitemap
      --data FILE        another data set in the same schema
  cargo xtask test       everything that must pass
      NAME…              only these parts: format, lint, native, site, browser
  cargo xtask bench      how fast the engine is, into docs/speed.md
      NAME…              only these parts: native, node, page, slow, lighthouse
      --sizes N,N…       only corpora of these sizes; shows the table only
      --quick            few repetitions; shows the table only
  cargo xtask profile    find out what of the wasm can come after the first load
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
    Serve(Serve),
    /// Build the site.
    Build(Build),
    /// Run these parts of the checks, in this order.
    Test(Vec<Part>),
    /// Measure how fast the engine is.
    Bench(Bench),
    /// Find out what of the wasm can come late.
    Profile,
    /// Bundle the style sheets.
    Styles,
    /// Write the pages into what Trunk has built.
    Pages,
}

/// The options of `serve`.
#[derive(Debug, PartialEq, Eq)]
pub struct Serve {
    /// The port on 127.0.0.1; 0 means any free one.
    pub port: u16,
    /// Open the browser once it is served.
    pub open: bool,
    /// Rebuild and reload on change.
    pub watch: bool,
    /// Also serve the pages of `examples/`.
    pub examples: bool,
}

impl Default for Serve {
    fn default() -> Self {
        Self {
            port: 8080,
            open: false,
            watch: false,
            examples: false,
        }
    }
}

/// The options of `build`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Build {
    /// Where the site will be published.
    pub base_url: Option<BaseUrl>,
    /// A data set instead of the project's own; an absolute path to a file.
    pub data: Option<PathBuf>,
    /// What is done with the wasm.
    pub form: parts::Form,
}

/// The options of `bench`.
#[derive(Debug, PartialEq, Eq)]
pub struct Bench {
    /// What is measured.
    pub parts: Vec<bench::Part>,
    /// The sizes of the corpora.
    pub sizes: Vec<usize>,
    /// With few repetitions, to see whether it runs.
    pub quick: bool,
}

impl Default for Bench {
    fn default() -> Self {
        Self {
            parts: bench::Part::ALL.to_vec(),
            sizes: bench::SIZES.to_vec(),
            quick: false,
        }
    }
}

impl Bench {
    /// Whether the figures are those that are published.
    pub fn is_whole(&self) -> bool {
        !self.quick && self.sizes == bench::SIZES
    }
}

impl Command {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// Says which argument was not understood, and what would be.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Outcome<Self> {
        let mut rest = Parser::from_args(arguments);
        let name = match rest.next().map_err(misuse)? {
            None | Some(Long("help") | Short('h')) => return Ok(Self::Help),
            Some(Value(name)) => name.string().map_err(misuse)?,
            Some(other) => return Err(misuse(other.unexpected())),
        };
        match name.as_str() {
            "help" => Ok(Self::Help),
            "serve" => serve(&mut rest),
            "build" => build(&mut rest),
            "test" => test(&mut rest),
            "bench" => bench(&mut rest),
            "profile" => alone(Self::Profile, &mut rest),
            "styles" => alone(Self::Styles, &mut rest),
            "pages" => alone(Self::Pages, &mut rest),
            _ => Err(Problem::new(format!(
                "There is no command `{name}`; there are serve, build, test, bench, profile, \
                 styles and pages."
            ))),
        }
    }
}

/// A command without options.
fn alone(command: Command, rest: &mut Parser) -> Outcome<Command> {
    match rest.next().map_err(misuse)? {
        None => Ok(command),
        Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(other) => Err(misuse(other.unexpected())),
    }
}

fn serve(rest: &mut Parser) -> Outcome<Command> {
    let mut options = Serve::default();
    while let Some(argument) = rest.next().map_err(misuse)? {
        match argument {
            Long("port") => {
                let given = text(rest)?;
                options.port = given.parse().map_err(|_| {
                    Problem::new(format!(
                        "`{given}` is not a port; a port is a number from 0 to 65535."
                    ))
                })?;
            }
            Long("open") => options.open = true,
            Long("watch") => options.watch = true,
            Long("examples") => options.examples = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(misuse(other.unexpected())),
        }
    }
    Ok(Command::Serve(options))
}

fn build(rest: &mut Parser) -> Outcome<Command> {
    let mut options = Build::default();
    while let Some(argument) = rest.next().map_err(misuse)? {
        match argument {
            Long("base-url") => options.base_url = Some(BaseUrl::parse(&text(rest)?)?),
            Long("data") => {
                let given = PathBuf::from(rest.value().map_err(misuse)?);
                let path = given
                    .canonicalize()
                    .map_err(|error| Problem::with_file(&given, "read", &error))?;
                if !path.is_file() {
                    return Err(Problem::new(format!(
                        "{} is not a file; --data takes a JSON file.",
                        given.display()
                    )));
                }
                options.data = Some(path);
            }
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(misuse(other.unexpected())),
        }
    }
    Ok(Command::Build(options))
}

fn test(rest: &mut Parser) -> Outcome<Command> {
    let mut asked = Vec::new();
    while let Some(argument) = rest.next().map_err(misuse)? {
        match argument {
            Value(name) => asked.push(Part::parse(&name.string().map_err(misuse)?)?),
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(misuse(other.unexpected())),
        }
    }
    // Always in the one order, each once: cheap parts tell first.
    let parts = Part::ALL
        .into_iter()
        .filter(|part| asked.is_empty() || asked.contains(part))
        .collect();
    Ok(Command::Test(parts))
}

fn bench(rest: &mut Parser) -> Outcome<Command> {
    let mut options = Bench::default();
    let mut asked = Vec::new();
    while let Some(argument) = rest.next().map_err(misuse)? {
        match argument {
            Value(name) => asked.push(bench::Part::parse(&name.string().map_err(misuse)?)?),
            Long("sizes") => options.sizes = sizes(&text(rest)?)?,
            Long("quick") => options.quick = true,
            Long("help") | Short('h') => return Ok(Command::Help),
            other => return Err(misuse(other.unexpected())),
        }
    }
    if !asked.is_empty() {
        options.parts.retain(|part| asked.contains(part));
    }
    Ok(Command::Bench(options))
}

fn sizes(given: &str) -> Outcome<Vec<usize>> {
    let size = |word: &str| word.trim().parse().ok().filter(|size| *size > 0);
    let read: Option<Vec<usize>> = given.split(',').map(size).collect();
    read.ok_or_else(|| {
        Problem::new(format!(
            "`{given}` is no list of sizes; --sizes takes numbers with commas between them, as 45,1000."
        ))
    })
}

fn text(rest: &mut Parser) -> Outcome<String> {
    rest.value().map_err(misuse)?.string().map_err(misuse)
}

/// lexopt's own words ("invalid option '--x'") as a sentence.
fn misuse(error: lexopt::Error) -> Problem {
    Problem::new(format!("The command line is not understood: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Outcome<Command> {
        Command::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn no_argument_asks_for_help() {
        assert_eq!(parse(""), Ok(Command::Help));
        assert_eq!(parse("serve --help"), Ok(Command::Help));
    }

    #[test]
    fn serve_takes_port_8080_unless_told_otherwise() {
        assert_eq!(parse("serve"), Ok(Command::Serve(Serve::default())));
        let told = Serve {
            port: 0,
            open: true,
            watch: true,
            examples: true,
        };
        assert_eq!(
            parse("serve --watch --port 0 --examples --open"),
            Ok(Command::Serve(told))
        );
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
        assert_eq!(read("bench"), Bench::default());
        assert!(read("bench node").is_whole());
        assert_eq!(read("bench node").parts, [bench::Part::Node]);
        assert_eq!(read("bench --sizes 45,1000").sizes, [45, 1_000]);
        for line in ["bench --quick", "bench native --sizes 45"] {
            assert!(!read(line).is_whole(), "{line}");
        }
    }

    #[test]
    fn parts_run_in_one_order_and_once() {
        let parts = vec![Part::Format, Part::Browser];
        assert_eq!(
            parse("test browser format browser"),
            Ok(Command::Test(parts))
        );
        assert_eq!(parse("test"), Ok(Command::Test(Part::ALL.to_vec())));
    }
}

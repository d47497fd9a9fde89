//! What a build and the tests need on the machine: the wasm target, Trunk, the
//! program wasm-bindgen, the driver of Firefox.
//!
//! Found on the PATH in the right version they are used as they are. Otherwise
//! they go into a cache of our own, one folder a tool and version, shared by all
//! clones; the tools that people have installed for themselves stay untouched.

use std::{
    env,
    ffi::OsString,
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, bail};
use fs_err as fs;
use xshell::{Cmd, Shell, cmd};

use crate::{
    cache, programs,
    root::root,
    shell::{cargo, exists, shell},
};

/// The target of the app.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The newest Trunk that compiles with the oldest Rust that we support.
const TRUNK: &str = "0.21.14";

/// Drives every Firefox since 128.
const GECKODRIVER: &str = "0.37.1";

/// A program from crates.io in exactly one version.
pub struct Tool {
    /// What is called.
    program: &'static str,
    /// What is installed.
    package: &'static str,
    version: String,
    /// How the package is compiled where nobody offers it ready-made.
    flags: &'static [&'static str],
}

impl Tool {
    /// The bundler.
    pub fn trunk() -> Self {
        Self {
            program: "trunk",
            package: "trunk",
            version: TRUNK.into(),
            // The default features bring a TLS that needs OpenSSL's headers.
            flags: &["--locked", "--no-default-features", "--features", "rustls"],
        }
    }

    /// The driver of Firefox, which Debian does not have.
    pub fn geckodriver() -> Self {
        Self {
            program: "geckodriver",
            package: "geckodriver",
            version: GECKODRIVER.into(),
            flags: &["--locked", "--no-default-features"],
        }
    }

    /// The program that makes the JavaScript side of the app. It refuses wasm
    /// that was made with any other version of the library.
    ///
    /// # Errors
    /// Where `Cargo.lock` is missing or does not name wasm-bindgen.
    fn wasm_bindgen() -> Result<Self> {
        let lock = fs::read_to_string(root().join("Cargo.lock"))?;
        let version = locked_version(&lock, "wasm-bindgen")
            .context("Cargo.lock names no wasm-bindgen; restore Cargo.lock from git.")?;
        Ok(Self {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: version.into(),
            flags: &[],
        })
    }

    /// Its name and version, for people.
    pub fn title(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// Where it already is: the PATH, our cache, Trunk's cache.
    pub fn find(&self) -> Option<PathBuf> {
        let file = format!("{}{}", self.program, env::consts::EXE_SUFFIX);
        let named = format!("{}-{}", self.program, self.version);
        let on_path = env::var_os("PATH")
            .map(|path| env::split_paths(&path).collect::<Vec<_>>())
            .unwrap_or_default();
        on_path
            .into_iter()
            .chain(self.home().ok().map(|home| home.join("bin")))
            .chain(cache::of_trunk().map(|cache| cache.join(named)))
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file() && self.is(path))
    }

    /// Finds it, has `cargo binstall` fetch it where that is installed, or begins
    /// to compile it into our cache, while other things can be done.
    ///
    /// # Errors
    /// Where there is no place for a cache, or cargo cannot be started.
    pub fn prepare(self) -> Result<Prepared> {
        if let Some(path) = self.find().or_else(|| self.fetch()) {
            return Ok(Prepared::Ready(path));
        }
        println!(
            "      compiling {} in the background, once for all clones",
            self.title()
        );
        let home = self.home()?;
        fs::create_dir_all(&home)?;
        let log = home.join("compile.log");
        let mut install = Command::new(cargo());
        install.args(["install", self.package, "--version", &self.version]);
        install.args(self.flags).arg("--root").arg(&home);
        // Cargo advises to extend the PATH by folders that are not on it.
        let path = env::var_os("PATH").unwrap_or_default();
        let extended = env::split_paths(&path).chain([home.join("bin")]);
        if let Ok(path) = env::join_paths(extended) {
            install.env("PATH", path);
        }
        // It runs for a second a build, so it is compiled fast, not well. One
        // target folder lets the second tool use what the first has compiled.
        install
            .current_dir(root())
            .env("CARGO_TARGET_DIR", workshop()?)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false")
            .env("CARGO_PROFILE_RELEASE_PANIC", "abort")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(File::create(&log)?);
        let cargo = install.spawn().context("cargo cannot be started")?;
        Ok(Prepared::Compiling {
            tool: self,
            cargo,
            log,
        })
    }

    fn fetch(&self) -> Option<PathBuf> {
        if !exists("cargo-binstall") {
            return None;
        }
        println!("      fetching {} with cargo binstall", self.title());
        let (shell, cargo, home) = (shell().ok()?, cargo(), self.home().ok()?);
        let package = format!("{}@{}", self.package, self.version);
        let options = ["--no-confirm", "--disable-strategies", "compile"];
        let fetch = cmd!(
            shell,
            "{cargo} binstall {options...} --root {home} {package}"
        );
        if fetch.run().is_err() {
            println!("      cargo binstall has no such build");
        }
        self.find()
    }

    /// Whether the program at `path` is this one: "trunk 0.21.14".
    fn is(&self, path: &Path) -> bool {
        let Ok(shell) = shell() else { return false };
        let said = cmd!(shell, "{path} --version")
            .quiet()
            .ignore_stderr()
            .read();
        said.is_ok_and(|said| said.split_whitespace().nth(1) == Some(self.version.as_str()))
    }

    fn home(&self) -> Result<PathBuf> {
        cache::folder(&format!("{}-{}", self.program, self.version))
    }
}

/// A tool that is there, or will be.
pub enum Prepared {
    Ready(PathBuf),
    Compiling {
        tool: Tool,
        cargo: Child,
        log: PathBuf,
    },
}

impl Prepared {
    /// Waits until it is there.
    ///
    /// # Errors
    /// Where it did not compile.
    pub fn finish(self) -> Result<PathBuf> {
        let (tool, mut cargo, log) = match self {
            Self::Ready(path) => return Ok(path),
            Self::Compiling { tool, cargo, log } => (tool, cargo, log),
        };
        let status = cargo.wait().context("cargo cannot be waited for")?;
        if !status.success() {
            let said = fs::read_to_string(&log).unwrap_or_default();
            bail!(
                "{said}\n{} did not compile; what cargo says is above.",
                tool.title()
            );
        }
        tool.find().with_context(|| {
            format!(
                "{} was compiled but does not run; remove {} and try again.",
                tool.title(),
                log.with_file_name("").display()
            )
        })
    }
}

/// The program wasm-bindgen: the one on the PATH, else our own.
///
/// # Errors
/// Where it does not compile.
pub fn wasm_bindgen() -> Result<PathBuf> {
    match Tool::wasm_bindgen()?.find() {
        Some(path) => Ok(path),
        None => programs::compile("bindgen", "wasm-bindgen", &[]),
    }
}

/// Calls Trunk with a wasm-bindgen that it finds first.
pub struct Trunk {
    pub program: PathBuf,
    pub wasm_bindgen: PathBuf,
}

impl Trunk {
    /// A call of it.
    ///
    /// # Errors
    /// Where the PATH cannot be put together.
    pub fn call<'shell>(&self, shell: &'shell Shell, command: &str) -> Result<Cmd<'shell>> {
        let ours = self.wasm_bindgen.parent().map(Path::to_path_buf);
        let theirs = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(ours.into_iter().chain(env::split_paths(&theirs)))
            .context("The PATH cannot be extended.")?;
        let program = &self.program;
        let call = cmd!(shell, "{program} {command} --release").quiet();
        let call = call
            .env("PATH", path)
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        // Trunk takes `true` for this variable and stops at the usual `1`.
        let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Ok(if no_color {
            call.env("NO_COLOR", "true")
        } else {
            call
        })
    }
}

/// Installs the wasm target where the toolchain lacks it.
///
/// # Errors
/// Where it is missing and there is no rustup to add it.
pub fn wasm_target() -> Result<()> {
    let (shell, rustc) = (shell()?, rustc());
    let sysroot = cmd!(shell, "{rustc} --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Installs a component whose cargo command does not answer, such as `rustfmt`
/// for `fmt`.
///
/// # Errors
/// As for [`wasm_target`].
pub fn component(name: &str, command: &str) -> Result<()> {
    let (shell, cargo) = (shell()?, cargo());
    let version = cmd!(shell, "{cargo} {command} --version").quiet();
    if version.ignore_stderr().read().is_ok() {
        return Ok(());
    }
    rustup(&["component", "add", name])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if exists("rustup") {
        let shell = shell()?;
        return Ok(cmd!(shell, "rustup {arguments...}").run()?);
    }
    bail!(
        "This Rust lacks a part that `rustup {}` would add, and there is no rustup: \
         install Rust with rustup, or that part from your system's packages.",
        arguments.join(" ")
    )
}

/// Removes what compiling the tools left behind. A leftover costs only space, so
/// a failure is not worth a word.
pub fn clean_up() {
    if let Ok(folder) = workshop() {
        let _ = fs::remove_dir_all(folder);
    }
}

/// Where the tools are compiled, until they are.
fn workshop() -> Result<PathBuf> {
    cache::folder("build")
}

/// The compiler that cargo uses.
pub fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_named_package() {
        let lock = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn a_tool_of_another_version_is_not_taken() {
        let rustc = PathBuf::from(rustc());
        let shell = shell().expect("there is a folder");
        let said = cmd!(shell, "{rustc} --version").read().expect("rustc runs");
        let version = said.split_whitespace().nth(1).expect("it has a version");
        let mut tool = Tool {
            program: "rustc",
            package: "rustc",
            version: version.into(),
            flags: &[],
        };
        assert!(tool.is(&rustc));
        tool.version = "0.0.1".into();
        assert!(!tool.is(&rustc));
    }
}

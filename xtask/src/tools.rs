//! What a build and the tests need on the machine: the wasm target, Trunk, the
//! wasm-bindgen CLI in the version of `Cargo.lock`, the driver of Firefox.
//!
//! Found on the PATH in the right version they are used as they are. Otherwise
//! they go into a cache of our own, one folder a tool and version, shared by all
//! clones; the tools that people have installed for themselves stay untouched.

use crate::{
    Outcome, Problem, root,
    run::{self, cargo, program},
};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
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

    /// The program that makes the JavaScript side of the app. It refuses wasm
    /// that was made with any other version of the library.
    ///
    /// # Errors
    /// Where `Cargo.lock` is missing or does not name wasm-bindgen.
    pub fn wasm_bindgen() -> Outcome<Self> {
        let path = root().join("Cargo.lock");
        let lock =
            fs::read_to_string(&path).map_err(|error| Problem::with_file(&path, "read", &error))?;
        let version = locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
            Problem::new("Cargo.lock names no wasm-bindgen; restore Cargo.lock from git.")
        })?;
        Ok(Self {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: version.into(),
            // Not `--locked`: the lock file inside the package names a crate
            // that is no longer to be had everywhere. And only this program:
            // the test runner beside it, which talks to browsers, is not ours.
            flags: &["--bin", "wasm-bindgen", "--no-default-features"],
        })
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
            .chain(self.home().map(|home| home.join("bin")))
            .chain(trunk_cache().map(|cache| cache.join(named)))
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file() && self.is(path))
    }

    /// Finds it, or has `cargo binstall` fetch it where that is installed.
    pub fn find_or_fetch(&self) -> Option<PathBuf> {
        self.find().or_else(|| {
            if !run::exists("cargo-binstall") {
                return None;
            }
            println!("      fetching it with cargo binstall");
            let home = self.home()?.into_os_string();
            let mut fetch = cargo(&[
                "binstall",
                "--no-confirm",
                "--disable-strategies",
                "compile",
            ]);
            fetch.arg("--root").arg(home);
            fetch.arg(format!("{}@{}", self.package, self.version));
            if run::run(&mut fetch).is_err() {
                println!("      cargo binstall has no such build");
            }
            self.find()
        })
    }

    /// Compiles it into our cache.
    ///
    /// # Errors
    /// Where cargo cannot, or there is no place for a cache.
    pub fn compile(&self) -> Outcome<PathBuf> {
        println!(
            "      compiling {} once for all clones; this takes minutes",
            self.title()
        );
        let home = self.home().ok_or_else(no_cache)?;
        let mut install = cargo(&["install", self.package, "--version", &self.version]);
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
            .env("CARGO_TARGET_DIR", workshop().ok_or_else(no_cache)?)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "false");
        run::run(&mut install)?;
        self.find().ok_or_else(|| {
            Problem::new(format!(
                "{} was compiled but does not run from {}; remove that folder and try again.",
                self.title(),
                home.display()
            ))
        })
    }

    /// Whether the program at `path` is this one: "trunk 0.21.14".
    fn is(&self, path: &Path) -> bool {
        run::read(program(path, &["--version"]).stdin(Stdio::null()))
            .is_ok_and(|said| said.split_whitespace().nth(1) == Some(self.version.as_str()))
    }

    fn home(&self) -> Option<PathBuf> {
        Some(cache()?.join(format!("{}-{}", self.program, self.version)))
    }
}

/// Both tools, ready to be called.
pub struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// Trunk, which is there, and wasm-bindgen: found, fetched by cargo binstall
    /// or by Trunk itself, or else compiled.
    ///
    /// # Errors
    /// Where none of these ways leads to it.
    pub fn complete(trunk: PathBuf, tool: &Tool) -> Outcome<Self> {
        let found = tool.find_or_fetch().or_else(|| {
            println!("      letting Trunk fetch it");
            // Trunk downloads only in the course of a build. Whatever else is
            // wrong with this one, the build proper will say.
            let _ = run::read(&mut trunk_call(&trunk, &["build", "--release"]));
            tool.find()
        });
        let wasm_bindgen = match found {
            Some(path) => path,
            None => {
                println!("      Trunk could not");
                tool.compile()?
            }
        };
        Ok(Self {
            trunk,
            wasm_bindgen,
        })
    }

    /// A call of Trunk that finds our wasm-bindgen first.
    ///
    /// # Errors
    /// Where the PATH cannot be put together.
    pub fn trunk(&self, arguments: &[&str]) -> Outcome<Command> {
        let ours = self.wasm_bindgen.parent().map(Path::to_path_buf);
        let theirs = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(ours.into_iter().chain(env::split_paths(&theirs)))
            .map_err(|error| Problem::new(format!("The PATH cannot be extended: {error}.")))?;
        let mut command = trunk_call(&self.trunk, arguments);
        command.env("PATH", path);
        Ok(command)
    }
}

/// Installs the wasm target where the toolchain lacks it.
///
/// # Errors
/// Where it is missing and there is no rustup to add it.
pub fn wasm_target() -> Outcome {
    let sysroot = run::read(&mut program(rustc(), &["--print", "sysroot"]))?;
    let libraries = Path::new(sysroot.trim()).join("lib/rustlib").join(WASM);
    if libraries.is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Installs a component whose cargo command does not answer, such as `rustfmt`
/// for `fmt`.
///
/// # Errors
/// As for [`wasm_target`].
pub fn component(name: &str, command: &str) -> Outcome {
    if run::read(&mut cargo(&[command, "--version"])).is_ok() {
        return Ok(());
    }
    rustup(&["component", "add", name])
}

fn rustup(arguments: &[&str]) -> Outcome {
    let mut command = program("rustup", arguments);
    if run::exists("rustup") {
        return run::run(&mut command);
    }
    Err(Problem::new(format!(
        "This Rust lacks a part that `{}` would add, and there is no rustup: \
         install Rust with rustup, or that part from your system's packages.",
        run::in_words(&command)
    )))
}

/// Removes what compiling the tools left behind. A leftover costs only space, so
/// a failure is not worth a word.
pub fn clean_up() {
    if let Some(folder) = workshop() {
        let _ = fs::remove_dir_all(folder);
    }
}

fn trunk_call(trunk: &Path, arguments: &[&str]) -> Command {
    let mut command = program(trunk, arguments);
    command.env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes `true` for this variable and stops at the usual `1`.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    command
}

fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
}

/// A folder in our cache, shared by all clones.
///
/// # Errors
/// Where there is no place for a cache.
pub fn cached(name: &str) -> Outcome<PathBuf> {
    cache().map(|cache| cache.join(name)).ok_or_else(no_cache)
}

fn cache() -> Option<PathBuf> {
    Some(user_cache()?.join("development-agenda-explorer"))
}

/// Where the tools are compiled, until they are.
fn workshop() -> Option<PathBuf> {
    Some(cache()?.join("build"))
}

/// `$XDG_CACHE_HOME`, else `~/.cache`.
fn user_cache() -> Option<PathBuf> {
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| Some(env::home_dir()?.join(".cache")))
}

/// Where Trunk keeps what it has downloaded.
fn trunk_cache() -> Option<PathBuf> {
    if cfg!(target_os = "macos") {
        Some(env::home_dir()?.join("Library/Caches/dev.trunkrs.trunk"))
    } else if cfg!(windows) {
        Some(PathBuf::from(env::var_os("LOCALAPPDATA")?).join("trunkrs/trunk/cache"))
    } else {
        Some(user_cache()?.join("trunk"))
    }
}

fn no_cache() -> Problem {
    Problem::new("There is no home folder to keep tools in; set XDG_CACHE_HOME to a folder.")
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
        let said = run::read(&mut program(&rustc, &["--version"])).expect("rustc runs");
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

//! What the page for browsers without WebAssembly is made of: `polywasm`, a
//! package of npm that translates wasm into JavaScript when it is loaded, and
//! the app in a form that it understands. Where there is no npm, the site is
//! built without that page, and no page offers it.

use crate::{
    Outcome, Problem,
    binaryen::WasmOpt,
    parts,
    run::{self, program},
    tools,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// The name of the page.
pub const PAGE: &str = "compatible.html";

/// How the name of the stand-in begins.
pub const SCRIPT: &str = "polywasm-";

/// How the names of the app for it begin.
const APP: &str = "compatible-";

/// The package of npm.
const VERSION: &str = "0.2.0";

/// The attribute of the boot script that names the page.
const NAMED_BY: &str = "data-compatible";

/// The files of the page, by their names in the site.
pub struct Parts {
    pub script: String,
    pub glue: String,
    pub wasm: String,
}

impl Parts {
    /// The files in a built site; `None` where it was built without.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn of(dist: &Path) -> Outcome<Option<Self>> {
        let entries =
            fs::read_dir(dist).map_err(|error| Problem::with_file(dist, "read", &error))?;
        let (mut script, mut glue, mut wasm) = (None, None, None);
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with(SCRIPT) && name.ends_with(".js") {
                script = Some(name);
            } else if name.starts_with(APP) && name.ends_with(".js") {
                glue = Some(name);
            } else if name.starts_with(APP) && name.ends_with(".wasm") {
                wasm = Some(name);
            }
        }
        let all = script.zip(glue).zip(wasm);
        Ok(all.map(|((script, glue), wasm)| Self { script, glue, wasm }))
    }
}

/// Puts the files into a built site, and names the page in it.
///
/// # Errors
/// Where npm is there and fails, or the site is not as it should be.
pub fn prepare(dist: &Path, wasm_opt: Option<&WasmOpt>) -> Outcome {
    let Some(wasm_opt) = wasm_opt.filter(|_| run::exists("npm")) else {
        println!("      left out: it needs Node.js with npm, and wasm-opt");
        return Ok(());
    };
    let index = dist.join("index.html");
    let page =
        fs::read_to_string(&index).map_err(|error| Problem::with_file(&index, "read", &error))?;

    // In one part: a second one would have to be translated as well.
    let [wasm, glue] = parts::whole();
    let plain = wasm.with_extension("plain");
    wasm_opt.plain(&wasm, &plain)?;
    write(dist, APP, "wasm", &read(&plain)?)?;
    write(dist, APP, "js", &read(&glue)?)?;

    let module = String::from_utf8_lossy(&read(&fetched()?)?).into_owned();
    let script = as_script(&module).ok_or_else(|| {
        Problem::new(format!(
            "polywasm {VERSION} is not the module that we know."
        ))
    })?;
    write(dist, SCRIPT, "js", script.as_bytes())?;

    let named = page.replacen(
        " data-wasm=",
        &format!(" {NAMED_BY}=\"{PAGE}\" data-wasm="),
        1,
    );
    fs::write(&index, named).map_err(|error| Problem::with_file(&index, "written", &error))
}

/// The module of the package, in our cache.
fn fetched() -> Outcome<std::path::PathBuf> {
    let home = tools::cached(&format!("polywasm-{VERSION}"))?;
    let module = home.join("node_modules/polywasm/index.min.js");
    if !module.is_file() {
        println!("      fetching polywasm with npm once for all clones");
        let mut install = program("npm", &["install", "--ignore-scripts", "--no-audit"]);
        install.args(["--no-fund", "--no-save", "--prefix"]);
        run::run(install.arg(&home).arg(format!("polywasm@{VERSION}")))?;
    }
    Ok(module)
}

/// The module as a classic script, which runs before what follows it, and takes
/// the place of what the browser has.
fn as_script(module: &str) -> Option<String> {
    let (code, exports) = module.rsplit_once("export{")?;
    let (name, _) = exports.split_once(" as WebAssembly}")?;
    let stands = name
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || sign == '$');
    let licence = "/* polywasm, MIT, Evan Wallace */";
    stands.then(|| format!("{licence}(function(){{{code}window.WebAssembly={name}}})();\n"))
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).map_err(|error| Problem::with_file(path, "read", &error))
}

fn write(dist: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Outcome {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let path = dist.join(format!("{stem}{:016x}.{ending}", hasher.finish()));
    fs::write(&path, bytes).map_err(|error| Problem::with_file(&path, "written", &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_becomes_a_script_that_takes_the_place_of_webassembly() {
        let script = as_script("var a=1;export{a as WebAssembly};\n").expect("it is one");
        assert!(
            script.ends_with("(function(){var a=1;window.WebAssembly=a})();\n"),
            "{script}"
        );
        for other in ["", "export{a}", "export{a as b}", "export default a"] {
            assert!(as_script(other).is_none(), "{other}");
        }
    }
}

//! `compatible.html`: the page for browsers in which WebAssembly is switched
//! off. A script before all others stands in for it: `polywasm`, a package of
//! npm that translates wasm into JavaScript when it is loaded, for which the app
//! comes whole and in instructions that it understands.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use explorer::{
    data::Agenda,
    messages::{ScriptMessages, messages},
};
use fs_err as fs;

use crate::{
    assets, files,
    fingerprint::fingerprint,
    html::Element,
    licences::Software,
    template::{Node, Page, Template, is_boot},
};

/// The name of the page.
pub const PAGE: &str = "compatible.html";

/// How the name of the stand-in begins.
pub const SCRIPT: &str = "polywasm-";

/// How the names of the app for it begin.
const APP: &str = "compatible-";

/// The attribute of the boot script that names the page.
const NAMED_BY: &str = "data-compatible";

/// What the page is made of, outside of the site.
#[derive(Debug)]
pub struct Sources {
    /// The module of the package.
    pub polywasm: PathBuf,
    /// The whole app in plain instructions.
    pub wasm: PathBuf,
    /// Its glue.
    pub glue: PathBuf,
}

impl Sources {
    /// What of the page is by others.
    pub fn software(&self) -> Software {
        Software {
            title: "polywasm".to_owned(),
            licence: "MIT".to_owned(),
            authors: vec!["Evan Wallace".to_owned()],
            folder: self.polywasm.parent().map(Path::to_path_buf),
        }
    }
}

/// The files of the page, by their names in the site.
pub struct StandIn {
    script: String,
    glue: String,
    wasm: String,
}

impl StandIn {
    /// Puts the files into a site, and names the page in its template.
    ///
    /// # Errors
    /// Where a file cannot be read or written, or the package is not as it was.
    pub fn install(dist: &Path, sources: &Sources, template: &mut Template) -> Result<Self> {
        let module = fs::read_to_string(&sources.polywasm)?;
        let script = as_script(&module).with_context(|| {
            format!(
                "{} is not the module that we know",
                sources.polywasm.display()
            )
        })?;
        let boot = template.boot()?;
        boot.insert_before("data-wasm", NAMED_BY, PAGE);
        Ok(Self {
            script: put(dist, SCRIPT, "js", script.as_bytes())?,
            glue: put(dist, APP, "js", &fs::read(&sources.glue)?)?,
            wasm: put(dist, APP, "wasm", &assets::stripped(&sources.wasm)?)?,
        })
    }

    /// The page, made of the home page.
    pub fn page(&self, home: &Page, agenda: &Agenda) -> String {
        let mut page = home.clone();
        page.head = page
            .head
            .drain(..)
            .flat_map(|node| self.node(node))
            .collect();
        messages().compatible(agenda, &page.html())
    }

    fn node(&self, node: Node) -> Vec<Node> {
        match node {
            // The question is that of the home page, for search engines too.
            Node::Title(title) => {
                let robots = Element::new("meta", [("name", "robots"), ("content", "noindex")]);
                vec![Node::Element(robots), Node::Title(title)]
            }
            Node::Element(mut element) if is_boot(&element) => {
                let stand_in = Element::new("script", [("src", self.script.as_str())]);
                element.set("data-js", &self.glue);
                element.set("data-wasm", &self.wasm);
                // No way on from here to here.
                element.set(NAMED_BY, "");
                vec![Node::Element(stand_in), Node::Element(element)]
            }
            Node::Element(mut element) if element.name == "link" => {
                if element.attribute("rel") == Some("modulepreload") {
                    element.set("href", &self.glue);
                } else if element.attribute("type") == Some("application/wasm") {
                    element.set("href", &self.wasm);
                }
                vec![Node::Element(element)]
            }
            other => vec![other],
        }
    }
}

fn put(dist: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{stem}{}.{extension}", fingerprint(bytes));
    files::write(dist, &name, bytes)?;
    Ok(name)
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

//! The imports between the files of each crate: no circles, and no import
//! against the order of the modules that `src/lib.rs` describes.

mod checker;
mod graph;
mod resolve;
mod source;

use std::path::{Path, PathBuf};
use std::process::Command;

use graph::{Edge, circles, upward};
use serde_json::Value;
use source::Crate;

/// The modules of the app, from the lowest up; those on a line are independent.
const MODULES: [&[&str]; 15] = [
    &["src/json", "src/unicode", "src/joined", "src/html"],
    &["src/data"],
    &[
        "src/embedded",
        "src/language",
        "src/english",
        "src/relatives",
    ],
    &["src/state"],
    &["src/ids"],
    &["src/messages"],
    &["src/export"],
    &["src/share"],
    &["src/browser"],
    &["src/store"],
    &["src/ui"],
    &["src/share_dialog"],
    &["src/start", "src/prerender"],
    &["src/lib"],
    &["src/main", "src/bin"],
];

/// The groups of components.
const COMPONENTS: [&[&str]; 7] = [
    &["src/ui/dom"],
    &["src/ui/link", "src/ui/later", "src/ui/sheet"],
    &["src/ui/search", "src/ui/filters"],
    &["src/ui/results"],
    &["src/ui/pages", "src/ui/numerals", "src/ui/lists"],
    &["src/ui/layout"],
    &["src/ui"],
];

/// The packages by folder.
const PACKAGES: [&[&str]; 5] = [
    &[
        "crates/search",
        "crates/bindgen",
        "crates/minify-js",
        "crates/static-server",
        "crates/wasm-split",
    ],
    &["."],
    &["crates/site"],
    &["xtask"],
    &["tests"],
];

/// The repository. Asked at run time, as a checkout may have been moved since it
/// was compiled.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR")
        .expect("cargo runs the tests")
        .into()
}

fn read(file: &str) -> Option<String> {
    std::fs::read_to_string(root().join(file)).ok()
}

fn edges(root: &str) -> Vec<Edge> {
    Crate::read(root, &read).edges()
}

fn lines<'a>(edges: impl IntoIterator<Item = &'a Edge>) -> String {
    edges
        .into_iter()
        .map(|edge| format!("  {edge}\n"))
        .collect()
}

#[track_caller]
fn assert_no_circles(edges: &[Edge]) {
    let circles = circles(edges);
    let text: Vec<String> = circles.iter().map(lines).collect();
    assert!(
        circles.is_empty(),
        "circles of imports:\n{}",
        text.join("\n")
    );
}

#[track_caller]
fn assert_order(edges: &[Edge], order: &[&[&str]]) {
    match upward(edges, order) {
        Ok(upward) => assert!(
            upward.is_empty(),
            "imports of what is above or beside in the order:\n{}",
            lines(upward)
        ),
        Err(error) => panic!("{error}"),
    }
}

/// The packages of the workspace.
fn packages() -> Vec<Value> {
    let output = Command::new("cargo")
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success());
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    metadata["packages"].as_array().expect("a list").clone()
}

/// The path of a file or folder in the repository.
fn relative(path: &Value) -> String {
    let path = Path::new(path.as_str().expect("a path"));
    let path = path.strip_prefix(root());
    let path = path.expect("packages are in the repository").to_str();
    match path.expect("names are UTF-8") {
        "" => ".".to_owned(),
        path => path.to_owned(),
    }
}

#[test]
fn the_app_has_no_circle_of_imports() {
    assert_no_circles(&edges("src/lib.rs"));
}

#[test]
fn no_module_of_the_app_imports_one_above_it() {
    assert_order(&edges("src/lib.rs"), &MODULES);
}

#[test]
fn no_group_of_components_imports_one_above_it() {
    let edges = edges("src/lib.rs").into_iter();
    let is_component = |file: &str| file.starts_with("src/ui/");
    let inner = edges.filter(|edge| is_component(&edge.from) && is_component(&edge.to));
    assert_order(&inner.collect::<Vec<_>>(), &COMPONENTS);
}

#[test]
fn no_crate_beside_the_app_has_a_circle_of_imports() {
    let packages = packages();
    let roots: Vec<String> = packages
        .iter()
        .flat_map(|package| package["targets"].as_array().expect("a list"))
        .filter(|target| ["lib", "bin"].contains(&target["kind"][0].as_str().expect("a name")))
        .map(|target| relative(&target["src_path"]))
        .filter(|root| root.starts_with("crates/") || root.starts_with("xtask/"))
        .collect();
    assert!(roots.contains(&"crates/search/src/lib.rs".to_owned()));
    assert_no_circles(
        &roots
            .iter()
            .flat_map(|root| edges(root))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_package_depends_on_one_above_it() {
    let mut edges = Vec::new();
    for package in packages() {
        let manifest = relative(&package["manifest_path"]);
        let from = manifest.rsplit_once('/').map_or(".", |(folder, _)| folder);
        for dependency in package["dependencies"].as_array().expect("a list") {
            if dependency["kind"] != "dev" && dependency["path"].is_string() {
                let to = relative(&dependency["path"]);
                edges.push(Edge {
                    from: from.to_owned(),
                    to,
                    line: 1,
                    path: dependency["name"].to_string(),
                });
            }
        }
    }
    assert!(!edges.is_empty());
    assert_no_circles(&edges);
    assert_order(&edges, &PACKAGES);
}

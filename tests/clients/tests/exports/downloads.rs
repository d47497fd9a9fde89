//! The downloads, made by the core, and the programs that read them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use client_tests::{Scratch, are_there};
use explorer::{
    data::{Agenda, Details, Recommendation},
    embedded,
    export::{Export, Format},
    state::Named,
};
use serde_json::Value;

/// Where the site of the downloads is.
pub const ROOT: &str = "https://example.org/agenda/";

/// Who wrote the texts, as citations name it.
pub const AUTHOR: &str = "World Intellectual Property Organization";

const SCRIPTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/exports");

static DATA_SET: LazyLock<(Agenda, Details)> = LazyLock::new(|| {
    let details = embedded::details().expect("the details are there");
    (embedded::agenda().expect("the data is there"), details)
});

/// The data set of the downloads.
pub fn agenda() -> &'static Agenda {
    &DATA_SET.0
}

/// All of them are in the downloads, in this order.
pub fn recommendations() -> &'static [Recommendation] {
    &agenda().recommendations
}

/// What programs know a citation by.
pub fn key(number: u16) -> String {
    format!("wipo-development-agenda-{number}")
}

/// The downloads in a folder of their own.
pub struct Downloads(Scratch);

impl Downloads {
    /// In a folder with a name that no other test has.
    pub fn new(name: &str) -> Self {
        let folder = Scratch::new(name);
        let numbers: Vec<u16> = recommendations().iter().map(|it| it.number).collect();
        for (_, format) in Format::ALL {
            let export = Export {
                agenda: agenda(),
                details: &DATA_SET.1,
                numbers: &numbers,
                root: ROOT,
                title: None,
                note: "",
                notes: &[],
                view: ROOT,
                date: "2026-11-27",
                version: embedded::version(),
                without: &[],
            };
            let file = export.file(*format);
            fs::write(folder.path().join(file.name), file.content).expect("it can be written");
        }
        Self(folder)
    }

    /// The path of a file beside them.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The download with this ending.
    pub fn file(&self, ending: &str) -> PathBuf {
        self.path(&format!("development-agenda{ending}"))
    }

    /// Writes what a program said into a file.
    pub fn keep(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("it can be written");
        path
    }
}

/// What a program prints, which must succeed.
pub fn output(program: &mut Command) -> String {
    let output = program.output().expect("it can be started");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program:?}: {said}");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    printed.trim_start_matches('\u{feff}').to_owned()
}

/// The JSON that a program prints.
pub fn json_of(program: &mut Command) -> Value {
    serde_json::from_str(&output(program)).expect("it prints JSON")
}

/// A script under Node.
pub fn script(name: &str) -> Command {
    let mut node = Command::new("node");
    node.arg(Path::new(SCRIPTS).join(name));
    node
}

/// Whether Node is there with what the scripts need.
pub fn scripts_are_there() -> bool {
    let packages = format!("{SCRIPTS}/node_modules/ajv/package.json");
    are_there(&["node", &packages])
}

/// The words of a text, however they are parted.
pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// A text on one line. TeX has one sign for apostrophes and prints it curly.
pub fn line(text: &str) -> String {
    words(text).join(" ").replace('’', "'")
}

/// A text with spaces that break.
pub fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

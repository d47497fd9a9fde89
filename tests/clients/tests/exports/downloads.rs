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
    state::{Named, saved::Item},
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

/// What a reader calls a list, and notes on it.
pub const TITLE: &str = "=For <Geneva> & “home”";
pub const NOTE: &str = "What we ask for:\nthree texts, “in this order”.";

/// The recommendations of that list with what the reader notes on them. Their order
/// takes a cluster apart.
pub const LIST: [(u16, &str); 4] = [
    (15, "=HYPERLINK(\"https://example.org\") *must* be item 3"),
    (12, "@her: c’est déjà <b>prévu</b> & done"),
    (22, ""),
    (45, "- 1. last_one $5 ~ #end"),
];

/// Where what is in the files is shown.
pub const VIEW: &str = "https://example.org/agenda/?list=15_12_22_45";

/// The day of the files.
pub const DATE: &str = "2026-11-27";

fn export(numbers: &[u16]) -> Export<'_> {
    Export {
        agenda: agenda(),
        details: &DATA_SET.1,
        numbers,
        root: ROOT,
        title: None,
        note: "",
        notes: &[],
        view: VIEW,
        date: DATE,
        version: embedded::version(),
        without: &[],
    }
}

/// The downloads in a folder of their own.
pub struct Downloads(Scratch);

impl Downloads {
    /// All recommendations, in a folder with a name that no other test has.
    pub fn new(name: &str) -> Self {
        let numbers: Vec<u16> = recommendations().iter().map(|it| it.number).collect();
        Self::made(name, &export(&numbers))
    }

    /// A list with notes, likewise.
    pub fn of_list(name: &str) -> Self {
        let notes = LIST.map(|(number, note)| Item {
            number,
            note: note.to_owned(),
        });
        let numbers = LIST.map(|(number, _)| number);
        let list = Export {
            title: Some(TITLE),
            note: NOTE,
            notes: &notes,
            ..export(&numbers)
        };
        Self::made(name, &list)
    }

    fn made(name: &str, export: &Export<'_>) -> Self {
        let folder = Scratch::new(name);
        for (_, format) in Format::ALL {
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

/// Pandoc, for which what it does not understand is an error.
pub fn pandoc() -> Command {
    let mut pandoc = Command::new("pandoc");
    pandoc.arg("--fail-if-warnings");
    pandoc
}

/// A file in another format by LibreOffice, in a folder of this name.
pub fn converted(downloads: &Downloads, file: &Path, to: &str, folder: &str) -> PathBuf {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        downloads.path("profile").display()
    );
    let folder = downloads.path(folder);
    let mut office = Command::new("soffice");
    office.args([&profile, "--headless", "--convert-to", to]);
    if file.extension().is_some_and(|ending| ending == "csv") {
        // Commas, double quotation marks and UTF-8.
        office.arg("--infilter=CSV:44,34,76,1");
    }
    output(office.arg("--outdir").arg(&folder).arg(file));
    let (ending, _) = to.split_once(':').unwrap_or((to, ""));
    let name = Path::new(file.file_name().expect("it has a name"));
    folder.join(name.with_extension(ending))
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

/// The packages that the scripts need.
pub fn script_packages() -> PathBuf {
    Path::new(SCRIPTS).join("node_modules")
}

/// Whether Node is there with what the scripts need.
pub fn scripts_are_there() -> bool {
    let package = script_packages().join("ajv/package.json");
    are_there(&["node", &package.to_string_lossy()])
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

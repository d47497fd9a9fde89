//! A site written from a mould as Trunk leaves it, and short ways into its pages.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use explorer::{
    data::{Agenda, BlockKind, Recommendation},
    state::static_page::StaticPage,
};
use scraper::{ElementRef, Html, Node, Selector, node::Element};
use site::{BaseUrl, pages};

/// Where the site of these tests is published.
pub const BASE: &str = "https://example.org/a/b/";

const MOULD: &str = "<!doctype html><html data-state=loading lang=en><meta charset=utf-8>\
    <title>T</title><meta content=\"D\" name=description><link href=icon.svg rel=icon>\
    <link href=./app-1.css rel=stylesheet><script data-js=./app-1.js data-wasm=./app-1.wasm \
    defer src=./boot.js></script></head><body><p hidden id=failure role=alert></p><div id=app>\
    <p>wait</p></div></body></html>";

const FILES: [&str; 4] = ["app-1.css", "app-1.js", "app-1.wasm", "boot.js"];

/// A written site.
pub struct Site {
    pub agenda: Agenda,
    folder: PathBuf,
}

static WITH: LazyLock<PathBuf> = LazyLock::new(|| {
    write(
        "with",
        Some(&BaseUrl::parse(BASE).expect("it is an address")),
    )
});
static AGAIN: LazyLock<PathBuf> = LazyLock::new(|| {
    write(
        "another/folder/again",
        Some(&BaseUrl::parse(BASE).expect("it is an address")),
    )
});
static WITHOUT: LazyLock<PathBuf> = LazyLock::new(|| write("without", None));

fn write(name: &str, base: Option<&BaseUrl>) -> PathBuf {
    let folder = root().join("target/site/tests").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("data")).expect("it can be made");
    let root = root();
    let copy = |file: &str| fs::copy(root.join("public").join(file), folder.join(file));
    copy("data/agenda.json").expect("it can be copied");
    copy("data/agenda.schema.json").expect("it can be copied");
    copy("icon.svg").expect("it can be copied");
    copy("embed.js").expect("it can be copied");
    for file in FILES {
        fs::write(folder.join(file), "").expect("it can be written");
    }
    fs::write(folder.join("index.html"), MOULD).expect("it can be written");
    pages::complete(&folder, base).unwrap_or_else(|problem| panic!("{problem:#}"));
    folder
}

/// The root of the checkout, also of one that was moved after it was compiled.
fn root() -> PathBuf {
    let own = env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
    Path::new(&own).join("../..")
}

impl Site {
    /// One whose public address is known.
    pub fn written() -> Site {
        Site::at(&WITH)
    }

    /// The same, written into another folder.
    pub fn written_again() -> Site {
        Site::at(&AGAIN)
    }

    /// One whose public address is not known.
    pub fn without_address() -> Site {
        Site::at(&WITHOUT)
    }

    fn at(folder: &Path) -> Site {
        let json = fs::read_to_string(folder.join("data/agenda.json")).expect("it is there");
        let (agenda, _) = explorer::data::read(&json).expect("it can be read");
        Site {
            agenda,
            folder: folder.to_owned(),
        }
    }

    pub fn pages(&self) -> Vec<StaticPage> {
        StaticPage::all(&self.agenda)
    }

    pub fn html(&self, page: StaticPage) -> Html {
        let path = format!("{}index.html", page.path(&self.agenda));
        let text = String::from_utf8(self.bytes(&path)).expect("it is UTF-8");
        let html = Html::parse_document(&text);
        assert!(html.errors.is_empty(), "{path}: {:?}", html.errors);
        html
    }

    pub fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.folder.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// All files by their paths, with what is in them.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let paths = site::files::all(&self.folder).expect("it can be read");
        let path = |path: &Path| path.strip_prefix(&self.folder).unwrap().to_owned();
        let read = |at: PathBuf| (path(&at), fs::read(&at).expect("it can be read"));
        paths.into_iter().map(read).collect()
    }

    pub fn has(&self, path: &str) -> bool {
        let file = self.folder.join(path);
        if path.is_empty() || path.ends_with('/') {
            file.join("index.html").is_file()
        } else {
            file.exists()
        }
    }

    /// The path in the site behind one of its addresses.
    pub fn path_of(&self, address: &str) -> String {
        let path = address.strip_prefix(BASE);
        path.unwrap_or_else(|| panic!("{address} is elsewhere"))
            .to_owned()
    }

    /// The path in the site that an address on a page leads to; `None` where it
    /// leads away from the site, or stays on the page.
    pub fn resolved(&self, page: StaticPage, address: &str) -> Option<String> {
        let address = address.strip_prefix(BASE).map_or(address, |path| {
            // As if it stood at the root.
            path
        });
        if address.starts_with('#') || address.starts_with("http") {
            return None;
        }
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let root = page.root();
        let from_root = path.strip_prefix(root).unwrap_or(path);
        assert!(!from_root.starts_with(".."), "{address} leaves the site");
        Some(from_root.strip_prefix("./").unwrap_or(from_root).to_owned())
    }
}

pub fn all(html: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let found = html.select(&selector);
    found.map(|element| attribute(&element, name)).collect()
}

pub fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector)
        .map(|element| element.text().collect())
        .collect()
}

/// The attribute of the one element that is selected.
pub fn only(html: &Html, selector: &str, name: &str) -> String {
    let mut found = all(html, selector, name);
    assert_eq!(found.len(), 1, "{selector}");
    found.remove(0)
}

pub fn attribute(element: &ElementRef, name: &str) -> String {
    element.value().attr(name).unwrap_or_default().to_owned()
}

/// The texts of paragraphs and items in an article.
pub fn blocks(article: &ElementRef) -> Vec<String> {
    let selector = Selector::parse("[data-part=text] p, [data-part=text] li").unwrap();
    article
        .select(&selector)
        .map(|block| block.text().collect())
        .collect()
}

/// The same from the data: clauses run on in their paragraph.
pub fn expected(entry: &Recommendation) -> Vec<String> {
    let mut expected: Vec<String> = Vec::new();
    for block in &entry.text {
        match (block.kind, expected.last_mut()) {
            (BlockKind::Clause, Some(last)) => {
                let mark = block.id.as_deref().unwrap_or_default();
                last.push_str(&format!(" ({mark}) {}", block.text));
            }
            _ => expected.push(block.text.clone()),
        }
    }
    expected
}

/// The elements that WordPress leaves in an answer that it does not trust, with
/// their attributes (`wp_filter_oembed_result`).
const ALLOWED: [(&str, &[&str]); 3] = [
    ("a", &["href"]),
    ("blockquote", &[]),
    (
        "iframe",
        &[
            "src",
            "width",
            "height",
            "frameborder",
            "marginwidth",
            "marginheight",
            "scrolling",
            "title",
        ],
    ),
];

/// What is left of a piece of HTML, written again.
pub fn filtered(html: &Html) -> String {
    let mut left = String::new();
    for child in html.root_element().children() {
        filter(child, &mut left);
    }
    left
}

fn filter(node: ego_tree::NodeRef<Node>, left: &mut String) {
    let mut name = None;
    match node.value() {
        Node::Text(text) => left.push_str(&escape(text)),
        Node::Element(element) => name = open(element, left),
        _ => {}
    }
    for child in node.children() {
        filter(child, left);
    }
    if let Some(name) = name {
        left.push_str(&format!("</{name}>"));
    }
}

fn open(element: &Element, left: &mut String) -> Option<String> {
    let (name, allowed) = ALLOWED.iter().find(|(name, _)| *name == element.name())?;
    left.push_str(&format!("<{name}"));
    for (name, value) in element.attrs().filter(|(name, _)| allowed.contains(name)) {
        left.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }
    left.push('>');
    Some((*name).to_owned())
}

fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('<', "&lt;").replace('>', "&gt;")
}

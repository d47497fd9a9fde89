//! `explorer.html`: a page with everything inside that it names, so that it
//! opens from a disk, in the strictest frame and from any server, and asks the
//! network for nothing.

mod glue;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use fs_err as fs;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use minify_js::minify;

use crate::{
    assets,
    base_url::BaseUrl,
    html::{Element, escape},
    template::{Node, Page, is_boot},
};

/// The name of the file.
pub const NAME: &str = "explorer.html";

/// Gives the programs out of the file.
const LOADER: &str = include_str!("single_file/loader.js");

/// Nothing can be fetched, whatever is asked for.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; \
    style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// By this id the share dialog knows that it has its style sheet.
const SHARE_DIALOG_STYLE: &str = "share-dialog-style";

/// What of the page needs the public site, and is not seen without its address.
const WITHOUT_ADDRESS: &str = "[data-part=\"share\"]{display:none}";

/// What needs the network.
const WITHOUT_NETWORK: &str = ".share-dialog__preview{display:none}";

/// The app as it was before its wasm was split: who has everything fetches no parts.
#[derive(Debug)]
pub struct Whole {
    pub wasm: PathBuf,
    pub glue: PathBuf,
}

/// Makes the file of the home page.
///
/// # Errors
/// Where a file that the page names is missing, or is not as it should be.
pub fn make(home: &Page, dist: &Path, base: Option<&BaseUrl>, whole: &Whole) -> Result<String> {
    let maker = Maker { dist, base };
    let mut page = home.clone();
    let mut programs = None;
    let mut later_styles = Vec::new();
    page.head.clear();
    for node in &home.head {
        match node {
            Node::Element(element) if is_boot(element) => {
                page.head.push(Node::Html(maker.boot(element)?));
                later_styles = maker.later_styles(element)?;
                page.head.extend(maker.share_dialog_style(element)?);
                programs = Some(maker.programs(element, whole)?);
            }
            // Other scripts that are fetched are for the site only.
            Node::Element(element) if element.name == "script" => {}
            Node::Element(element) => page.head.extend(maker.head(element)?),
            other => page.head.push(other.clone()),
        }
    }
    // They come after the first, as in the site.
    page.head.extend(later_styles);
    let programs = programs.context("the page does not name the files of the app")?;
    page.body = maker.body(&page.body)? + &programs;
    Ok(page.html())
}

struct Maker<'site> {
    dist: &'site Path,
    base: Option<&'site BaseUrl>,
}

impl Maker<'_> {
    /// What stands in place of an element of the head.
    fn head(&self, element: &Element) -> Result<Vec<Node>> {
        let is = |word| element.name == "link" && element.has_word("rel", word);
        let href = element.attribute("href").unwrap_or_default();
        let kept = || Node::Element(element.clone());
        Ok(if element.attribute("charset").is_some() {
            let attributes = [
                ("http-equiv", "Content-Security-Policy"),
                ("content", POLICY),
            ];
            vec![kept(), Node::Element(Element::new("meta", attributes))]
        } else if is("stylesheet") {
            vec![Node::Html(self.style(href)?)]
        } else if is("icon") && href.ends_with(".svg") {
            let icon = BASE64_STANDARD.encode(self.text(href)?);
            let mut link = element.clone();
            link.set("href", &format!("data:image/svg+xml;base64,{icon}"));
            vec![Node::Element(link)]
        } else if element.name == "link" && !is("canonical") {
            Vec::new()
        } else {
            vec![kept()]
        })
    }

    /// The body with links that lead somewhere.
    fn body(&self, body: &str) -> Result<String> {
        let links = element!("a[href]", |link| {
            match self.link(&link.get_attribute("href").unwrap_or_default()) {
                Link::Stays => {}
                Link::Leads(target) => link.set_attribute("href", &target)?,
                Link::Nowhere => link.set_attribute("hidden", "")?,
            }
            Ok(())
        });
        let settings = RewriteStrSettings::new().append_element_content_handler(links);
        rewrite_str(body, settings).context("the body of the page cannot be read")
    }

    fn link(&self, href: &str) -> Link {
        let there = href.starts_with(['?', '#']) || href.contains(':');
        if there || href.is_empty() {
            return Link::Stays;
        }
        if href == "./" {
            return Link::Leads("?".to_owned());
        }
        let folders: Vec<&str> = href.trim_end_matches('/').split('/').collect();
        match (folders.as_slice(), self.base) {
            (["rec", number], _) => Link::Leads(format!("#rec-{number}")),
            (_, Some(base)) => Link::Leads(format!("{}{href}", base.as_str())),
            (["data", ..], None) => Link::Nowhere,
            ([key, value], None) => Link::Leads(format!("?{key}={value}")),
            _ => Link::Nowhere,
        }
    }

    fn style(&self, href: &str) -> Result<String> {
        let own = match self.base {
            Some(_) => WITHOUT_NETWORK,
            None => WITHOUT_ADDRESS,
        };
        let css = self.css(href)?;
        Ok(format!("<style>{css}{own}</style>"))
    }

    fn css(&self, href: &str) -> Result<String> {
        let css = self.text(href)?;
        let reaches_out = css.contains("@import") || css.replace("url(data:", "").contains("url(");
        ensure!(
            !reaches_out && !css.contains("</"),
            "{href} names other files or ends its element, so it cannot be in {NAME}"
        );
        Ok(css)
    }

    /// The scripts of the head.
    fn boot(&self, element: &Element) -> Result<String> {
        let home = self.base.map_or_else(String::new, |base| {
            format!(" data-home=\"{}\"", escape(base.as_str()))
        });
        // The page for browsers without WebAssembly is on the site only.
        let compatible = self.base.and(element.attribute("data-compatible"));
        let compatible =
            compatible.map_or_else(String::new, |page| format!(" data-compatible=\"{page}\""));
        let boot = self.text(element.attribute("src").unwrap_or_default())?;
        let frame = self.text("frame.js")?;
        Ok(format!(
            "<script{home}>{}</script>\n\
             <script>if(window.parent!==window){{{}}}</script>\n\
             <script{home}{compatible}>{}</script>",
            as_script(&minify(LOADER)?),
            as_script(&frame),
            as_script(&boot)
        ))
    }

    /// The programs, for the end of the body. The dialog for sharing hands on
    /// addresses, so it is of no use where none is known.
    fn programs(&self, element: &Element, whole: &Whole) -> Result<String> {
        let mut all = program("app", &whole.glue, &whole.wasm)?;
        if self.base.is_some() {
            let named = |key| self.file(element.attribute(key).unwrap_or_default());
            all += &program(
                "share-dialog",
                &named("data-share-dialog-js"),
                &named("data-share-dialog-wasm"),
            )?;
        }
        Ok(all)
    }

    /// The style sheets that the site fetches later.
    fn later_styles(&self, element: &Element) -> Result<Vec<Node>> {
        let sheets = assets::later_styles(element).map(|name| {
            let css = self.css(name)?;
            Ok(Node::Html(format!("<style>{css}</style>")))
        });
        sheets.collect()
    }

    /// The style sheet of that dialog, for the head: none may stand in the body.
    fn share_dialog_style(&self, element: &Element) -> Result<Option<Node>> {
        let name = element.attribute("data-share-dialog-css");
        let Some(name) = name.filter(|_| self.base.is_some()) else {
            return Ok(None);
        };
        let css = self.css(name)?;
        let style = format!("<style id=\"{SHARE_DIALOG_STYLE}\">{css}</style>");
        Ok(Some(Node::Html(style)))
    }

    fn text(&self, name: &str) -> Result<String> {
        Ok(fs::read_to_string(self.file(name))?)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.dist.join(name.trim_start_matches("./"))
    }
}

/// Where a link of the page leads in the file: into the file where that can show
/// it, else to the public site. What is nowhere is no link.
#[derive(Debug, PartialEq, Eq)]
enum Link {
    Stays,
    Leads(String),
    Nowhere,
}

/// A program for the end of the body: its wasm as text, its glue as a function
/// whose name stands in what browsers tell of errors.
fn program(name: &str, glue: &Path, wasm: &Path) -> Result<String> {
    let glue = glue::as_function(&fs::read_to_string(glue)?)?;
    let glue = as_script(&glue);
    let wasm = BASE64_STANDARD.encode(fs::read(wasm)?);
    Ok(format!(
        "<script type=\"text/plain\" id=\"wasm-{name}\">{wasm}</script>\n\
         <script>explorerGlue.{name}={glue}\n//# sourceURL={name}.js\n</script>\n"
    ))
}

/// A script as the content of an element: nothing in it ends the element or
/// begins a comment. Both can stand in literals only, where `\x3c` is the same.
fn as_script(code: &str) -> String {
    let mut safe = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once('<') {
        let tail = after.get(..7).unwrap_or(after).to_ascii_lowercase();
        let ends = ["/script", "script", "!--"];
        safe.push_str(before);
        safe.push_str(if ends.iter().any(|end| tail.starts_with(end)) {
            "\\x3c"
        } else {
            "<"
        });
        rest = after;
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(body: &str, base: Option<&str>) -> String {
        let base = base.map(|base| BaseUrl::parse(base).expect("it is an address"));
        let maker = Maker {
            dist: Path::new("no such folder"),
            base: base.as_ref(),
        };
        maker.body(body).expect("it is HTML")
    }

    #[test]
    fn a_link_leads_into_the_file_or_to_the_public_site_or_is_not_seen() {
        let base = Some("https://example.org/a/");
        for (href, alone, known) in [
            ("rec/12/", "#rec-12", "#rec-12"),
            (
                "cluster/a/",
                "?cluster=a",
                "https://example.org/a/cluster/a/",
            ),
            ("./", "?", "?"),
            ("?view=about", "?view=about", "?view=about"),
            ("#results", "#results", "#results"),
            (
                "https://www.wipo.int/",
                "https://www.wipo.int/",
                "https://www.wipo.int/",
            ),
        ] {
            let link = |href: &str| format!("<a class=\"b\" href=\"{href}\">");
            assert_eq!(made(&link(href), None), link(alone));
            assert_eq!(made(&link(href), base), link(known));
        }
        let data = "<a href=\"data/agenda.json\">";
        assert_eq!(
            made(data, None),
            "<a href=\"data/agenda.json\" hidden=\"\">"
        );
        assert_eq!(
            made(data, base),
            "<a href=\"https://example.org/a/data/agenda.json\">"
        );
    }

    #[test]
    fn what_would_be_fetched_is_not_in_it_and_the_public_address_is() {
        let maker = Maker {
            dist: Path::new("no such folder"),
            base: None,
        };
        let head = |page: &str| {
            let elements = crate::html::elements(page).expect("it is HTML");
            let nodes = elements
                .iter()
                .flat_map(|one| maker.head(one).expect("no file"));
            let tag = |node| match node {
                Node::Element(element) => element.start_tag(),
                Node::Title(text) | Node::Html(text) => text,
            };
            nodes.map(tag).collect::<String>()
        };
        let canonical = "<link rel=\"canonical\" href=\"https://example.org/a/\">";
        let page = format!(
            "<link rel=\"preload\" href=\"a.wasm\"><link rel=\"manifest\" href=\"m\">{canonical}"
        );
        assert_eq!(head(&page), canonical);
        let charset = head("<meta charset=\"utf-8\">");
        assert!(charset.contains("default-src 'none'"), "{charset}");
    }

    /// HTML allows a style sheet in the head only.
    #[test]
    fn the_share_dialog_has_its_style_in_the_head_and_its_program_in_the_body() {
        let folder = crate::scratch::Folder::new();
        folder.write("dialog.css", ".share-dialog{color:red}");
        for program in ["app", "dialog"] {
            folder.write(&format!("{program}.js"), "let a;export{a as default};");
            folder.write(&format!("{program}.wasm"), "wasm");
        }
        let whole = Whole {
            wasm: folder.path().join("app.wasm"),
            glue: folder.path().join("app.js"),
        };
        let attributes = [
            ("data-share-dialog-js", "dialog.js"),
            ("data-share-dialog-wasm", "dialog.wasm"),
            ("data-share-dialog-css", "dialog.css"),
        ];
        let boot = Element::new("script", attributes);
        let base = BaseUrl::parse("https://example.org/").expect("it is an address");
        for (base, count) in [(None, 2), (Some(&base), 4)] {
            let maker = Maker {
                dist: folder.path(),
                base,
            };
            let body = maker.programs(&boot, &whole).expect("all is there");
            let body = crate::html::elements(&body).expect("it is HTML");
            assert!(body.iter().all(|one| one.name == "script"), "{body:?}");
            assert_eq!(body.len(), count);
            let style = maker.share_dialog_style(&boot).expect("it is there");
            let is_in_head = matches!(style, Some(Node::Html(style))
                if style.contains(SHARE_DIALOG_STYLE) && style.contains("color:red"));
            assert_eq!(is_in_head, base.is_some());
        }
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        let code = "a='</SCRIPT>'+\"<!--\"+`<script>`;b<c</d/";
        let safe = as_script(code);
        assert!(!safe.to_ascii_lowercase().contains("</script"), "{safe}");
        assert!(
            !safe.contains("<!--") && !safe.contains("<script"),
            "{safe}"
        );
        assert!(safe.ends_with("b<c</d/"), "{safe}");
    }

    #[test]
    fn a_style_sheet_that_names_other_files_is_a_problem() {
        let folder = std::env::temp_dir().join(format!("one-file-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the temporary folder is writable");
        let maker = Maker {
            dist: &folder,
            base: None,
        };
        for (css, fits) in [
            ("a{b:c}", true),
            ("a{b:url(data:image/png;base64,x)}", true),
            ("a{b:url(x.png)}", false),
            ("@import 'x.css'", false),
            ("a::after{content:'</style>'}", false),
        ] {
            std::fs::write(folder.join("a.css"), css).expect("the folder is writable");
            assert_eq!(maker.css("a.css").is_ok(), fits, "{css}");
        }
        let _ = std::fs::remove_dir_all(&folder);
    }
}

//! `explorer.html`: a page with everything inside that it names, so that it
//! opens from a disk, in the strictest frame and from any server, and asks the
//! network for nothing.

use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use site_scripts::shortened;
use xtask::{Outcome, Problem, dist::BaseUrl, html::Tag, parts};

use super::{
    glue,
    markup::{Piece, as_script, pieces, with_attribute},
};
use crate::{
    read,
    shell::{escape, is_boot},
};

/// Gives the programs out of the file.
const INSIDE: &str = include_str!("inside.js");

/// Nothing can be fetched, whatever is asked for.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; \
    style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// What of the page needs the public site, and is not seen without its address.
const WITHOUT_ADDRESS: &str = "[data-part=\"share\"]{display:none}";

/// What needs the network.
const WITHOUT_NETWORK: &str = ".studio__preview{display:none}";

/// Makes the file of the home page.
///
/// # Errors
/// Where a file that the page names is missing, or is not as it should be.
pub fn make(home: &str, dist: &Path, base: Option<&BaseUrl>) -> Outcome<String> {
    let maker = Maker { dist, base };
    let mut page = String::new();
    let mut programs = None;
    for piece in pieces(home) {
        match piece {
            Piece::Start(tag, text) => page.push_str(&maker.start(&tag, text)?),
            Piece::Script(tag, _) if is_boot(&tag) => {
                page.push_str(&maker.boot(&tag)?);
                programs = Some(maker.programs(&tag)?);
            }
            // Other scripts that are fetched are for the site only.
            Piece::Script(tag, _) if tag.attribute("src").is_some() => {}
            Piece::Script(_, text) => page.push_str(text),
            Piece::Rest(text) => match (text.rsplit_once("</body>"), &programs) {
                (Some((before, after)), Some(programs)) => {
                    page.push_str(&format!("{before}{programs}</body>{after}"));
                }
                _ => page.push_str(text),
            },
        }
    }
    match programs {
        Some(_) => Ok(page),
        None => Err(Problem::new(
            "dist/index.html does not name the files of the app, so explorer.html cannot be made.",
        )),
    }
}

struct Maker<'site> {
    dist: &'site Path,
    base: Option<&'site BaseUrl>,
}

impl Maker<'_> {
    fn start(&self, tag: &Tag, text: &str) -> Outcome<String> {
        let is = |word| tag.name == "link" && tag.has_word("rel", word);
        let href = tag.attribute("href").unwrap_or_default();
        Ok(match tag.name {
            "meta" if tag.attribute("charset").is_some() => format!(
                "{text}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
            ),
            _ if is("stylesheet") => self.style(href)?,
            _ if is("icon") && href.ends_with(".svg") => {
                let icon = BASE64_STANDARD.encode(self.text(href)?);
                with_attribute(tag, "href", &format!("data:image/svg+xml;base64,{icon}"))
            }
            _ if is("canonical") => text.to_owned(),
            "link" => String::new(),
            "a" => self.link(tag, text),
            _ => text.to_owned(),
        })
    }

    /// A link to another file of the site: into this file where that can show
    /// it, else to the public site. What is nowhere is no link.
    fn link(&self, tag: &Tag, text: &str) -> String {
        let href = tag.attribute("href").unwrap_or_default();
        let there = href.starts_with(['?', '#']) || href.contains(':');
        if there || href.is_empty() {
            return text.to_owned();
        }
        if href == "./" {
            return with_attribute(tag, "href", "?");
        }
        let folders: Vec<&str> = href.trim_end_matches('/').split('/').collect();
        let target = match (folders.as_slice(), self.base) {
            (["rec", number], _) => format!("#rec-{number}"),
            (_, Some(base)) => format!("{}{href}", base.as_str()),
            (["data", ..], None) => return text.replacen("<a", "<a hidden", 1),
            ([key, value], None) => format!("?{key}={value}"),
            _ => return text.replacen("<a", "<a hidden", 1),
        };
        with_attribute(tag, "href", &target)
    }

    fn style(&self, href: &str) -> Outcome<String> {
        let own = match self.base {
            Some(_) => WITHOUT_NETWORK,
            None => WITHOUT_ADDRESS,
        };
        let css = self.css(href)?;
        Ok(format!("<style>{css}{own}</style>"))
    }

    fn css(&self, href: &str) -> Outcome<String> {
        let css = self.text(href)?;
        let reaches_out = css.contains("@import") || css.replace("url(data:", "").contains("url(");
        if reaches_out || css.contains("</") {
            return Err(Problem::new(format!(
                "{href} names other files or ends its element, so it cannot be in explorer.html."
            )));
        }
        Ok(css)
    }

    /// The scripts of the head.
    fn boot(&self, tag: &Tag) -> Outcome<String> {
        let home = self.base.map_or_else(String::new, |base| {
            format!(" data-home=\"{}\"", escape(base.as_str()))
        });
        // The page for browsers without WebAssembly is on the site only.
        let compatible = self.base.and(tag.attribute("data-compatible"));
        let compatible =
            compatible.map_or_else(String::new, |page| format!(" data-compatible=\"{page}\""));
        let studio = match self.base {
            Some(_) => " data-studio-css=\"#studio\"",
            None => "",
        };
        let boot = self.text(tag.attribute("src").unwrap_or_default())?;
        let frame = self.text("frame.js")?;
        Ok(format!(
            "<script{home}>{}</script>\n\
             <script>if(window.parent!==window){{{}}}</script>\n\
             <script{home}{compatible}{studio}>{}</script>",
            as_script(&shortened(INSIDE)?),
            as_script(&frame),
            as_script(&boot)
        ))
    }

    /// The programs, for the end of the body. The dialog for sharing hands on
    /// addresses, so it is of no use where none is known.
    fn programs(&self, tag: &Tag) -> Outcome<String> {
        let [wasm, glue] = parts::whole();
        let mut all = program("app", &read(&glue)?, &bytes(&wasm)?)?;
        if let Some(base) = self.base {
            let named = |key| self.file(tag.attribute(key).unwrap_or_default());
            let (glue, wasm) = (named("data-studio-js"), named("data-studio-wasm"));
            all += &program("studio", &read(&glue)?, &bytes(&wasm)?)?;
            let css = tag.attribute("data-studio-css").unwrap_or_default();
            all += &format!("<style>{}</style>", self.css(css)?);
            // The program asks for a sheet of this address, and finds it there.
            all += &format!(
                "<link rel=\"studio\" href=\"{}#studio\">\n",
                escape(base.as_str())
            );
        }
        Ok(all)
    }

    fn text(&self, name: &str) -> Outcome<String> {
        read(&self.file(name))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.dist.join(name.trim_start_matches("./"))
    }
}

/// A program for the end of the body: its wasm as text, its glue as a function
/// whose name stands in what browsers tell of errors.
fn program(name: &str, glue: &str, wasm: &[u8]) -> Outcome<String> {
    let glue = as_script(&glue::as_function(glue)?);
    let wasm = BASE64_STANDARD.encode(wasm);
    Ok(format!(
        "<script type=\"text/plain\" id=\"wasm-{name}\">{wasm}</script>\n\
         <script>explorerGlue.{name}={glue}\n//# sourceURL={name}.js\n</script>\n"
    ))
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path)
        .map_err(|error| Problem::new(format!("{} cannot be read: {error}.", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(page: &str, base: Option<&str>) -> String {
        let base = base.map(|base| BaseUrl::parse(base).expect("it is an address"));
        let maker = Maker {
            dist: Path::new("no such folder"),
            base: base.as_ref(),
        };
        let start = |piece| match piece {
            Piece::Start(tag, text) => maker.start(&tag, text).expect("it names no file"),
            Piece::Rest(text) | Piece::Script(_, text) => text.to_owned(),
        };
        pieces(page).into_iter().map(start).collect()
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
        assert_eq!(made(data, None), "<a hidden href=\"data/agenda.json\">");
        assert_eq!(
            made(data, base),
            "<a href=\"https://example.org/a/data/agenda.json\">"
        );
    }

    #[test]
    fn what_would_be_fetched_is_not_in_it_and_the_public_address_is() {
        let page = "<link rel=\"preload\" href=\"a.wasm\"><link rel=\"manifest\" href=\"m\">\
            <link rel=\"canonical\" href=\"https://example.org/a/\">";
        let canonical = "<link rel=\"canonical\" href=\"https://example.org/a/\">";
        assert_eq!(made(page, None), canonical);
        let charset = made("<meta charset=\"utf-8\">", None);
        assert!(charset.contains("default-src 'none'"), "{charset}");
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

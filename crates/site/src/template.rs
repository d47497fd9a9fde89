//! The page that Trunk has built as the template of all pages: the same files in
//! the head, named from where a page lies, and the same body around the mount
//! point. It is read once; a [`Page`] is made of it in parts, which other pages
//! are made of in turn, and written once.

use std::{cell::Cell, ops::Range, rc::Rc};

use anyhow::{Context, Result, anyhow};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::html::{Element, escape};

/// What is read of the page that Trunk has built.
#[derive(Debug)]
pub struct Template {
    html: Element,
    /// The elements of the head in their order.
    pub head: Vec<Element>,
    /// The body up to the end of what `#failure` holds, from there to the mount
    /// point, and behind that.
    around: [String; 3],
}

/// What a page has besides the template.
pub struct PageContent<'page> {
    /// The way from the page to the root of the site.
    pub root: &'static str,
    pub title: &'page str,
    pub description: &'page str,
    /// The block of the messages that the scripts read.
    pub messages: &'page str,
    /// What `#failure` holds until a script fills it, as HTML: the message for a page
    /// whose scripts do not arrive.
    pub failure: &'page str,
    /// The language and direction of the interface.
    pub language: [&'page str; 2],
    /// For the end of the head.
    pub extra: Vec<Node>,
    /// What stands in the mount point.
    pub content: &'page str,
    /// All numbers at a glance, behind the mount point.
    pub numerals: &'page str,
}

/// Something in the head of a page.
#[derive(Clone, Debug)]
pub enum Node {
    /// An element without content.
    Element(Element),
    /// The title, escaped.
    Title(String),
    /// HTML as it is.
    Html(String),
}

/// A page in its parts.
#[derive(Clone, Debug)]
pub struct Page {
    html: Element,
    pub head: Vec<Node>,
    /// Everything in the body.
    pub body: String,
}

impl Template {
    /// Reads the page.
    ///
    /// # Errors
    /// Where it has no head, no body or no mount point that ends.
    pub fn parse(page: &str) -> Result<Self> {
        let (mut html, mut head) = (Element::default(), Vec::new());
        // Tags in the text, by the places of their bytes.
        let (mut body, mut mount) = (None, None);
        let ends: [Rc<Cell<Option<Range<usize>>>>; 3] = Default::default();
        let [body_ends, mount_ends, failure_ends] = &ends;
        let read = element!("*", |element| {
            let own = Element::of(element);
            let place = element.source_location().bytes();
            match own.name.as_str() {
                "html" => html = own,
                "head" => {}
                "body" => {
                    body = Some(place);
                    note_end(element, body_ends)?;
                }
                "p" if own.attribute("id") == Some("failure") => {
                    note_end(element, failure_ends)?;
                }
                "div" if own.attribute("id") == Some("app") => {
                    mount = Some(place);
                    note_end(element, mount_ends)?;
                }
                _ if body.is_none() => head.push(own),
                _ => {}
            }
            Ok(())
        });
        let settings = RewriteStrSettings::new().append_element_content_handler(read);
        rewrite_str(page, settings).context("the page cannot be read")?;
        let parts = || {
            let [body_end, mount_end, failure_end] = &ends;
            let failure = failure_end.take()?.start;
            let before = page.get(body?.end..failure)?;
            let between = page.get(failure..mount?.start)?;
            let after = page.get(mount_end.take()?.end..body_end.take()?.start)?;
            Some([before, between, after].map(str::to_owned))
        };
        let around = parts().filter(|_| !head.is_empty()).ok_or_else(|| {
            anyhow!(
                "index.html is not as the pages need it: it has no head, no <body>, no \
                 <p id=\"failure\"> or no <div id=\"app\"> that ends"
            )
        })?;
        Ok(Self { html, head, around })
    }

    /// The script that starts the app, which names its files.
    ///
    /// # Errors
    /// Where there is none.
    pub fn boot(&mut self) -> Result<&mut Element> {
        let mut head = self.head.iter_mut();
        head.find(|element| is_boot(element))
            .context("index.html has no script that names the files of the app")
    }

    /// Makes a page.
    pub fn page(&self, page: &PageContent) -> Page {
        let mut head = Vec::new();
        for element in &self.head {
            let is = |name: &str| element.name == "meta" && element.attribute("name") == Some(name);
            if element.name == "title" {
                head.push(Node::Title(escape(page.title)));
            } else if is("description") {
                let attributes = [("name", "description"), ("content", page.description)];
                head.push(Node::Element(Element::new("meta", attributes)));
            } else {
                if is_boot(element) {
                    // It reads them as soon as it runs.
                    head.push(Node::Html(page.messages.to_owned()));
                }
                let mut element = element.clone();
                element.map_values(|name, value| from(page.root, name, value));
                head.push(Node::Element(element));
            }
        }
        head.extend(page.extra.iter().cloned());
        let [before, between, after] = &self.around;
        let mut html = self.html.clone();
        let [lang, dir] = page.language;
        html.set("lang", lang);
        // The usual one needs no word.
        if dir != "ltr" {
            html.set("dir", dir);
        }
        Page {
            html,
            head,
            body: format!(
                "{before}{}{between}<div id=\"app\">{}</div>{}{after}",
                page.failure, page.content, page.numerals
            ),
        }
    }
}

fn note_end(
    element: &mut lol_html::html_content::Element,
    end: &Rc<Cell<Option<Range<usize>>>>,
) -> lol_html::HandlerResult {
    let end = end.clone();
    element.on_end_tag(Box::new(move |tag| {
        end.set(Some(tag.source_location().bytes()));
        Ok(())
    }))
}

impl Page {
    /// Writes it.
    pub fn html(&self) -> String {
        let mut page = format!("<!DOCTYPE html>\n{}\n<head>\n", self.html.start_tag());
        for node in &self.head {
            match node {
                Node::Element(element) => {
                    page.push_str(&element.start_tag());
                    if element.name == "script" {
                        page.push_str("</script>");
                    }
                }
                Node::Title(title) => page.push_str(&format!("<title>{title}</title>")),
                Node::Html(html) => page.push_str(html),
            }
            page.push('\n');
        }
        page.push_str(&format!("</head>\n<body>{}</body>\n</html>\n", self.body));
        page
    }
}

/// Whether it is the script that starts the app.
pub fn is_boot(element: &Element) -> bool {
    element.attribute("data-wasm").is_some()
}

/// The value of an attribute as it must be on a page that lies elsewhere.
fn from(root: &str, name: &str, value: &str) -> String {
    let names_file = matches!(name, "href" | "src" | "data-js" | "data-wasm");
    let is_absolute = value.starts_with(['/', '#']) || value.contains(':');
    if names_file && !is_absolute {
        format!("{root}{}", value.strip_prefix("./").unwrap_or(value))
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html data-state=loading lang=en><meta charset=utf-8>\
        <title>T</title><meta content=\"D\" name=description><link href=./a-1.css rel=stylesheet>\
        <link href=icon.svg rel=icon><script data-js=./b-1.js data-wasm=c defer src=./boot.js></script>\
        <link href=https://example.org/x rel=license></head><body><p hidden id=failure></p>\
        <div id=app><p>wait</p><div>a</div></div></body></html>";

    fn filled(content: &str) -> String {
        let template = Template::parse(BUILT).expect("it has all parts");
        let meta = Element::new("meta", [("property", "og:type"), ("content", "website")]);
        let page = template.page(&PageContent {
            root: "../../",
            title: "A & B",
            description: "\"c\"",
            messages: "<script type=\"application/json\"></script>",
            failure: "Sorry.",
            language: ["en", "ltr"],
            extra: vec![Node::Element(meta)],
            content,
            numerals: "",
        });
        page.html()
    }

    #[test]
    fn files_are_named_from_where_the_page_lies() {
        let page = filled("");
        for part in [
            "href=\"../../a-1.css\"",
            "href=\"../../icon.svg\"",
            "data-js=\"../../b-1.js\"",
            "src=\"../../boot.js\"></script>",
            "href=\"https://example.org/x\"",
            "data-state=\"loading\"",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
    }

    #[test]
    fn title_description_and_content_take_the_place_of_the_old_ones() {
        let page = filled("<p>new</p>");
        assert!(page.contains("<title>A &amp; B</title>"), "{page}");
        assert!(page.contains("<meta name=\"description\" content=\"&quot;c&quot;\">"));
        assert!(page.contains("<meta property=\"og:type\" content=\"website\">\n</head>"));
        assert!(
            page.contains("<p hidden id=failure>Sorry.</p><div id=\"app\"><p>new</p></div></body>")
        );
        assert!(!page.contains("wait"), "{page}");
        assert_eq!(page.matches("<title>").count(), 1);
    }

    #[test]
    fn a_page_without_a_mount_point_or_a_place_for_failures_is_no_template() {
        let whole = "<head><meta></head><body><p id=failure></p><div id=app></div></body>";
        assert!(Template::parse(whole).is_ok());
        for broken in [
            "",
            "<head></head><body></body>",
            "<div id=app></div>",
            "<head></head><body><p id=failure></p><div id=app><div></div></body>",
            "<head><meta></head><body><p id=failure></p></body>",
            "<head><meta></head><body><div id=app></div></body>",
            "<head><meta></head><body><div id=app></div><p id=failure></p></body>",
        ] {
            assert!(Template::parse(broken).is_err(), "{broken}");
        }
    }
}

//! The built `index.html` as the mould of all pages: the same files in the head,
//! named from where the page lies, and the same body around the mount point.

use xtask::{Outcome, Problem, html};

use crate::{head::Extra, oembed, sentences, structured};

/// What a page is made of besides the mould.
pub struct Filling<'page> {
    /// The way from the page to the root of the site.
    pub root: &'static str,
    pub title: &'page str,
    pub description: &'page str,
    pub extra: &'page [Extra],
    /// What stands in the mount point; `None` leaves there what the mould has.
    pub content: Option<&'page str>,
}

/// The mould.
pub struct Shell {
    page: String,
}

/// What the mould must have for a page to be made of it.
struct Parts<'page> {
    head: &'page str,
    before: &'page str,
    content: &'page str,
    after: &'page str,
}

impl Shell {
    /// Takes a built page.
    ///
    /// # Errors
    /// Where it has no head, no body or no mount point.
    pub fn new(page: String) -> Outcome<Self> {
        let shell = Self { page };
        match shell.parts() {
            Some(_) => Ok(shell),
            None => Err(Problem::new(
                "dist/index.html is not as the pages need it: it has no </head>, no <body> \
                 or no <div id=\"app\"> that ends.",
            )),
        }
    }

    fn parts(&self) -> Option<Parts<'_>> {
        let (head, body) = self.page.split_once("</head>")?;
        let body = body.trim_start().strip_prefix("<body>")?;
        let mark = ["<div id=app>", "<div id=\"app\">"]
            .into_iter()
            .find(|mark| body.contains(mark))?;
        let (before, rest) = body.split_once(mark)?;
        let (content, after) = rest.split_at_checked(end_of_div(rest)?)?;
        let after = after.strip_prefix("</div>")?.split("</body>").next()?;
        Some(Parts {
            head,
            before,
            content,
            after,
        })
    }

    /// Makes a page.
    pub fn fill(&self, filling: &Filling) -> String {
        let Some(parts) = self.parts() else {
            return self.page.clone();
        };
        let mut page = String::from("<!DOCTYPE html>\n");
        for tag in html::tags(parts.head) {
            let is = |name: &str| tag.name == "meta" && tag.attribute("name") == Some(name);
            match tag.name {
                "head" => continue,
                // A mould that was filled before.
                _ if is_extra(&tag) => continue,
                "title" => {
                    page.push_str(&format!("<title>{}</title>\n", escape(filling.title)));
                    continue;
                }
                _ if is("description") => {
                    Extra::named("description", filling.description).write(&mut page);
                    continue;
                }
                _ => {}
            }
            if is_boot(&tag) {
                // It reads them as soon as it runs.
                page.push_str(&sentences::block());
            }
            page.push_str(&format!("<{}", tag.name));
            for (name, value) in tag.attributes() {
                let value = from(filling.root, name, value);
                match value.is_empty() {
                    true => page.push_str(&format!(" {name}")),
                    false => page.push_str(&format!(" {name}=\"{value}\"")),
                }
            }
            page.push_str(match tag.name {
                "script" => "></script>\n",
                "html" => ">\n<head>\n",
                _ => ">\n",
            });
        }
        for extra in filling.extra {
            extra.write(&mut page);
        }
        let Parts { before, after, .. } = parts;
        let content = filling.content.unwrap_or(parts.content);
        page.push_str(&format!(
            "</head>\n<body>{before}<div id=\"app\">{content}</div>{after}</body>\n</html>\n"
        ));
        page
    }
}

/// Where a `<div>` ends, given what follows its tag. Text and attributes of our
/// pages write `<` otherwise, so nothing else looks like these tags.
fn end_of_div(rest: &str) -> Option<usize> {
    let mut open = 1_usize;
    for (place, _) in rest.match_indices('<') {
        let tag = rest.get(place..)?;
        if tag.starts_with("</div>") {
            open -= 1;
        } else if tag.starts_with("<div>") || tag.starts_with("<div ") {
            open += 1;
        }
        if open == 0 {
            return Some(place);
        }
    }
    None
}

/// Whether it is the script that starts the explorer.
pub fn is_boot(tag: &html::Tag) -> bool {
    tag.attribute("data-wasm").is_some()
}

/// Whether an element of the head was put there by [`Shell::fill`].
fn is_extra(tag: &html::Tag) -> bool {
    let name = tag.attribute("name").unwrap_or_default();
    let kind = tag.attribute("type").unwrap_or_default();
    match tag.name {
        "meta" => tag.attribute("property").is_some() || name.starts_with("twitter:"),
        "link" => tag.has_word("rel", "canonical") || kind == oembed::MEDIA_TYPE,
        "script" => kind == structured::MEDIA_TYPE || kind == "application/json",
        _ => false,
    }
}

/// The value of an attribute as it must be on a page that lies elsewhere.
fn from(root: &str, name: &str, value: &str) -> String {
    let names_file = matches!(name, "href" | "src" | "data-js" | "data-wasm");
    let is_absolute = value.starts_with(['/', '#']) || value.contains(':');
    match names_file && !is_absolute {
        true => format!("{root}{}", value.strip_prefix("./").unwrap_or(value)),
        false => value.to_owned(),
    }
}

/// A text as HTML, also between double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html data-state=loading lang=en><meta charset=utf-8>\
        <title>T</title><meta content=\"D\" name=description><link href=./a-1.css rel=stylesheet>\
        <link href=icon.svg rel=icon><script data-js=./b-1.js defer src=./boot.js></script>\
        <link href=https://example.org/x rel=license></head><body><p hidden id=failure></p>\
        <div id=app><p>wait</p></div></body></html>";

    fn filled(content: Option<&str>) -> String {
        let shell = Shell::new(BUILT.to_owned()).expect("it has all parts");
        shell.fill(&Filling {
            root: "../../",
            title: "A & B",
            description: "\"c\"",
            extra: &[Extra::property("og:type", "website")],
            content,
        })
    }

    #[test]
    fn files_are_named_from_where_the_page_lies() {
        let page = filled(None);
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
        let page = filled(Some("<p>new</p>"));
        assert!(page.contains("<title>A &amp; B</title>"), "{page}");
        assert!(page.contains("<meta name=\"description\" content=\"&quot;c&quot;\">"));
        assert!(page.contains("<meta property=\"og:type\" content=\"website\">\n</head>"));
        assert!(page.contains("<p hidden id=failure></p><div id=\"app\"><p>new</p></div></body>"));
        assert!(!page.contains("wait") && filled(None).contains("<p>wait</p>"));
        assert_eq!(page.matches("<title>").count(), 1);
    }

    #[test]
    fn a_page_that_was_filled_is_a_mould_again() {
        let first = filled(None);
        let shell = Shell::new(first.clone()).expect("it has all parts");
        let extra = [
            Extra::property("og:type", "website"),
            Extra::Data(serde_json::json!({ "a": "<b>" })),
        ];
        let fill = |shell: &Shell| {
            shell.fill(&Filling {
                root: "",
                title: "A",
                description: "b",
                extra: &extra,
                content: None,
            })
        };
        let second = fill(&shell);
        let again = Shell::new(second.clone()).expect("it has all parts");
        assert_eq!(fill(&again), second);
        assert_eq!(second.matches("og:type").count(), 1);
        assert_eq!(second.matches("ld+json").count(), 1);
    }

    #[test]
    fn what_was_filled_in_gives_way_as_a_whole() {
        let first = filled(Some("<div class=\"a\"><div>old</div></div><p>old</p>"));
        assert!(first.contains("old</p></div></body>"), "{first}");
        let shell = Shell::new(first).expect("it has all parts");
        let second = shell.fill(&Filling {
            root: "",
            title: "A",
            description: "b",
            extra: &[],
            content: Some("<p>new</p>"),
        });
        assert!(second.contains("<div id=\"app\"><p>new</p></div></body>"));
        assert!(!second.contains("old"), "{second}");
    }

    #[test]
    fn a_page_without_a_mount_point_is_no_mould() {
        for broken in [
            "",
            "<head></head><body></body>",
            "<div id=app></div>",
            "<head></head><body><div id=app><div></div></body>",
        ] {
            assert!(Shell::new(broken.to_owned()).is_err(), "{broken}");
        }
    }
}

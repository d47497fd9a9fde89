//! What the head of a page says to search engines, previews of links and sites
//! that embed it.

use explorer::{messages, state::static_page::StaticPage};
use serde_json::Value;

use crate::{Site, image, oembed, shell::escape, structured};

/// An element of the head.
pub enum Extra {
    Meta {
        key: &'static str,
        name: &'static str,
        content: String,
    },
    Link {
        attributes: Vec<(&'static str, String)>,
    },
    Data(Value),
}

impl Extra {
    /// `<meta name=…>`
    pub fn named(name: &'static str, content: &str) -> Self {
        let content = content.to_owned();
        let key = "name";
        Self::Meta { key, name, content }
    }

    /// `<meta property=…>`, as Open Graph has it.
    pub fn property(name: &'static str, content: &str) -> Self {
        let content = content.to_owned();
        let key = "property";
        Self::Meta { key, name, content }
    }

    /// Writes it as HTML.
    pub fn write(&self, to: &mut String) {
        match self {
            Self::Meta { key, name, content } => {
                let content = escape(content);
                to.push_str(&format!("<meta {key}=\"{name}\" content=\"{content}\">\n"));
            }
            Self::Link { attributes } => {
                to.push_str("<link");
                for (name, value) in attributes {
                    to.push_str(&format!(" {name}=\"{}\"", escape(value)));
                }
                to.push_str(">\n");
            }
            Self::Data(value) => {
                // Nothing in it may end the element.
                let json = value.to_string().replace('<', "\\u003c");
                let kind = structured::MEDIA_TYPE;
                to.push_str(&format!("<script type=\"{kind}\">{json}</script>\n"));
            }
        }
    }
}

/// Everything that the head of a page says. What needs an absolute address is
/// left out where the public one is not known.
pub fn of(page: StaticPage, site: &Site) -> Vec<Extra> {
    let agenda = site.agenda;
    let name = page.name(agenda);
    let kind = match page {
        StaticPage::Recommendation(_) => "article",
        StaticPage::Home | StaticPage::Value { .. } => "website",
    };
    let mut extra = vec![
        Extra::property("og:type", kind),
        Extra::property("og:site_name", messages::NAME),
        Extra::property("og:title", &name),
        Extra::property("og:description", &page.description(agenda)),
        Extra::property("og:locale", "en"),
    ];
    if let Some(address) = site.address(page) {
        extra.push(Extra::property("og:url", &address));
        let picture = site.absolute(&image::path(page, agenda));
        let (width, height) = (image::WIDTH.to_string(), image::HEIGHT.to_string());
        extra.extend([
            Extra::property("og:image", &picture),
            Extra::property("og:image:type", "image/png"),
            Extra::property("og:image:width", &width),
            Extra::property("og:image:height", &height),
            Extra::property("og:image:alt", &image::alt(page, agenda)),
            Extra::named("twitter:card", "summary_large_image"),
            Extra::link("canonical", "", &address, ""),
            Extra::link(
                "alternate",
                oembed::MEDIA_TYPE,
                &site.absolute(&oembed::path(page, agenda)),
                &name,
            ),
        ]);
    }
    extra.push(Extra::Data(structured::of(page, site)));
    extra
}

impl Extra {
    fn link(rel: &str, kind: &str, href: &str, title: &str) -> Self {
        let attributes = [
            ("rel", rel),
            ("type", kind),
            ("href", href),
            ("title", title),
        ];
        let given = attributes
            .into_iter()
            .filter(|(_, value)| !value.is_empty());
        Self::Link {
            attributes: given
                .map(|(name, value)| (name, value.to_owned()))
                .collect(),
        }
    }
}

//! What the head of a page says to search engines, previews of links and sites
//! that embed it.

use explorer::state::static_page::StaticPage;

use crate::{html::Element, oembed, preview, site_info::Site, structured_data, template::Node};

/// Everything that the head of a page says. What needs an absolute address is
/// left out where the public one is not known.
pub fn of(page: StaticPage, site: &Site) -> Vec<Node> {
    let agenda = site.agenda;
    let name = page.name(agenda);
    let kind = match page {
        StaticPage::Recommendation(_) => "article",
        StaticPage::Home | StaticPage::Value { .. } => "website",
    };
    let mut head = vec![
        property("og:type", kind),
        property("og:site_name", &agenda.site.name),
        property("og:title", &name),
        property("og:description", &page.description(agenda)),
        property("og:locale", &agenda.site.language),
    ];
    if let Some(address) = site.address(page) {
        let (width, height) = (preview::WIDTH.to_string(), preview::HEIGHT.to_string());
        head.extend([
            property("og:url", &address),
            property("og:image", &site.absolute(&preview::path(page, agenda))),
            property("og:image:type", "image/png"),
            property("og:image:width", &width),
            property("og:image:height", &height),
            property("og:image:alt", &preview::alt(page, agenda)),
            node(
                "meta",
                [("name", "twitter:card"), ("content", "summary_large_image")],
            ),
            node("link", [("rel", "canonical"), ("href", &address)]),
            node(
                "link",
                [
                    ("rel", "alternate"),
                    ("type", oembed::MEDIA_TYPE),
                    ("href", &site.absolute(&oembed::path(page, agenda))),
                    ("title", &name),
                ],
            ),
        ]);
    }
    head.push(Node::Html(structured_data::block(page, site)));
    head
}

/// `<meta property=…>`, as Open Graph has it.
fn property(name: &str, content: &str) -> Node {
    node("meta", [("property", name), ("content", content)])
}

fn node<const COUNT: usize>(name: &str, attributes: [(&str, &str); COUNT]) -> Node {
    Node::Element(Element::new(name, attributes))
}

//! What a page is about, in the words of schema.org. An address is named only
//! where the public one is known.

use explorer::{
    data::Agenda,
    messages::{MetadataMessages, Names, messages},
    state::static_page::StaticPage,
};
use serde_json::{Value, json};

use crate::site_info::Site;

/// What the element of the data block is called.
const MEDIA_TYPE: &str = "application/ld+json";

/// The data block of a page, for its head.
pub fn block(page: StaticPage, site: &Site) -> String {
    // Nothing in it may end the element.
    let json = of(page, site).to_string().replace('<', "\\u003c");
    format!("<script type=\"{MEDIA_TYPE}\">{json}</script>")
}

fn of(page: StaticPage, site: &Site) -> Value {
    let graph = match page {
        StaticPage::Home => vec![website(site), dataset(site)],
        StaticPage::Recommendation(number) => {
            vec![recommendation(number, page, site), trail(page, site)]
        }
        StaticPage::Value { .. } => vec![collection(page, site), trail(page, site)],
    };
    json!({ "@context": "https://schema.org", "@graph": graph })
}

fn website(site: &Site) -> Value {
    let website = json!({
        "@type": "WebSite",
        "name": site.agenda.site.name,
        "inLanguage": site.agenda.site.language,
    });
    located(website, StaticPage::Home, site)
}

fn dataset(site: &Site) -> Value {
    let agenda = site.agenda;
    let mut dataset = json!({
        "@type": "Dataset",
        "name": messages().home_name(agenda),
        "description": messages().dataset_description(agenda),
        "inLanguage": agenda.site.language,
        "license": agenda.source.licence_url,
        "isBasedOn": agenda.source.url,
        "creator": publisher(agenda),
    });
    if site.has_address() {
        let files = [("json", "application/json"), ("csv", "text/csv")];
        dataset["distribution"] = files
            .map(|(ending, kind)| {
                json!({
                    "@type": "DataDownload",
                    "encodingFormat": kind,
                    "contentUrl": site.absolute(&format!("data/agenda.{ending}")),
                })
            })
            .into();
    }
    located(dataset, StaticPage::Home, site)
}

fn recommendation(number: u16, page: StaticPage, site: &Site) -> Value {
    let agenda = site.agenda;
    let entry = agenda.recommendation(number);
    let topics = agenda
        .topic()
        .and_then(|position| agenda.facets.get(position));
    let topics = topics.map_or_else(Vec::new, |facet| {
        let carried = facet.values_of(number);
        carried
            .filter_map(|value| Some(facet.values.get(value)?.label.as_str()))
            .collect()
    });
    let work = json!({
        "@type": "CreativeWork",
        "name": page.name(agenda),
        "position": number,
        "text": entry.map(|entry| entry.plain()),
        "inLanguage": agenda.site.language,
        "keywords": topics,
        "isPartOf": located(
            json!({ "@type": "CreativeWork", "name": agenda.source.title }),
            StaticPage::Home,
            site,
        ),
        "isBasedOn": agenda.source.url,
        "license": agenda.source.licence_url,
        "creator": publisher(agenda),
        "copyrightYear": agenda.source.year,
    });
    located(work, page, site)
}

fn collection(page: StaticPage, site: &Site) -> Value {
    let agenda = site.agenda;
    let numbers = page.numbers(agenda);
    let items = numbers.iter().zip(1..).map(|(number, position)| {
        let entry = agenda.recommendation(*number);
        let item = json!({
            "@type": "CreativeWork",
            "name": messages().recommendation(agenda, *number),
            "text": entry.map(|entry| entry.plain()),
        });
        let item = located(item, StaticPage::Recommendation(*number), site);
        json!({ "@type": "ListItem", "position": position, "item": item })
    });
    let collection = json!({
        "@type": "CollectionPage",
        "name": page.name(agenda),
        "description": page.description(agenda),
        "inLanguage": agenda.site.language,
        "license": agenda.source.licence_url,
        "isBasedOn": agenda.source.url,
        "isPartOf": located(json!({ "@type": "WebSite", "name": agenda.site.name }), StaticPage::Home, site),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": numbers.len(),
            "itemListElement": items.collect::<Vec<_>>(),
        },
    });
    located(collection, page, site)
}

/// The way to a page from home: to a recommendation by its section.
fn trail(page: StaticPage, site: &Site) -> Value {
    let agenda = site.agenda;
    let mut way = vec![(StaticPage::Home, agenda.site.name.clone())];
    match page {
        StaticPage::Home => {}
        StaticPage::Recommendation(number) => {
            let entry = agenda.recommendation(number);
            if let Some((entry, facet)) = entry.zip(agenda.section()) {
                let value = entry.section;
                let name = messages().value_long(agenda, facet, value);
                way.push((StaticPage::Value { facet, value }, name));
            }
            way.push((page, messages().recommendation(agenda, number)));
        }
        StaticPage::Value { facet, value } => {
            way.push((page, messages().value_long(agenda, facet, value)));
        }
    }
    let steps = way.into_iter().zip(1..).map(|((page, name), position)| {
        let mut step = json!({ "@type": "ListItem", "position": position, "name": name });
        if let Some(address) = site.address(page) {
            step["item"] = address.into();
        }
        step
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>() })
}

fn publisher(agenda: &Agenda) -> Value {
    json!({ "@type": "Organization", "name": agenda.source.publisher })
}

/// The same with its address, where that is known.
fn located(mut thing: Value, page: StaticPage, site: &Site) -> Value {
    if let Some(address) = site.address(page) {
        thing["url"] = address.into();
    }
    thing
}

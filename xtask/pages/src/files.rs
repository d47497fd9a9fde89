//! Files for crawlers and for tables: the sitemap, robots.txt, the data as CSV.

use explorer::{agenda::Agenda, pages::OwnPage};

use crate::{Site, shell::escape};

/// All pages, as sitemaps.org has it.
pub fn sitemap(site: &Site) -> String {
    let pages = OwnPage::all(site.agenda).into_iter();
    let entries = pages.filter_map(|page| {
        let address = escape(&site.address(page)?);
        Some(format!("<url><loc>{address}</loc></url>\n"))
    });
    let entries: String = entries.collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// Everybody may read everything.
pub fn robots(site: &Site) -> String {
    let sitemap = site.absolute("sitemap.xml");
    format!("User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n")
}

/// The recommendations as RFC 4180 has it: a row each, a column for each facet,
/// its values by id with spaces between.
pub fn csv(agenda: &Agenda) -> String {
    let keys = agenda.facets.iter().map(|facet| facet.key.clone());
    let mut rows = vec![row(["number".to_owned(), "text".to_owned()]
        .into_iter()
        .chain(keys))];
    for entry in &agenda.recommendations {
        let facets = agenda.facets.iter().map(|facet| {
            let carried = facet.values_of(entry.number);
            let ids = carried.filter_map(|value| Some(facet.values.get(value)?.id.as_str()));
            ids.collect::<Vec<_>>().join(" ")
        });
        let own = [entry.number.to_string(), entry.plain()];
        rows.push(row(own.into_iter().chain(facets)));
    }
    rows.concat()
}

fn row(fields: impl Iterator<Item = String>) -> String {
    let fields = fields.map(|field| match field.contains(['"', ',', '\n']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field,
    });
    format!("{}\r\n", fields.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_with_a_sign_of_its_own_is_quoted() {
        let fields = ["1", "a, b", "say \"c\"", "d\n\ne"].map(str::to_owned);
        assert_eq!(
            row(fields.into_iter()),
            "1,\"a, b\",\"say \"\"c\"\"\",\"d\n\ne\"\r\n"
        );
    }
}

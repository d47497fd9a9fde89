//! Tables as RFC 4180 has them: a row for each recommendation, a column for each
//! facet, its values by id with spaces between.

use crate::data::{Agenda, Recommendation};

/// With what a spreadsheet takes a field for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The table of some recommendations; with their addresses, where there are any.
pub fn table<'a>(
    agenda: &Agenda,
    entries: impl Iterator<Item = &'a Recommendation>,
    link: Option<&dyn Fn(u16) -> String>,
) -> String {
    let keys = agenda.facets.iter().map(|facet| facet.key.clone());
    let own = ["number".to_owned(), "text".to_owned()].into_iter();
    let mut table = row(own.chain(keys).chain(link.map(|_| "link".to_owned())));
    for entry in entries {
        let facets = agenda.facets.iter().map(|facet| {
            let carried = facet.values_of(entry.number);
            let ids = carried.filter_map(|value| Some(facet.values.get(value)?.id.as_str()));
            ids.collect::<Vec<_>>().join(" ")
        });
        let own = [entry.number.to_string(), entry.plain()].into_iter();
        let link = link.map(|link| link(entry.number));
        table.push_str(&row(own.chain(facets).chain(link)));
    }
    table
}

fn row(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<_> = fields.map(field).collect();
    format!("{}\r\n", fields.join(","))
}

fn field(mut text: String) -> String {
    if text.starts_with(FORMULA) {
        text.insert(0, '\'');
    }
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
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

    #[test]
    fn no_field_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(field(text.to_owned()).starts_with('\''), "{text:?}");
        }
        assert_eq!(field("\r=1,2".to_owned()), "\"'\r=1,2\"");
        assert_eq!(field("a=1".to_owned()), "a=1");
    }
}

//! The part of the style sheet that follows from the data: the colour of each
//! section, on a light and on a dark background.

use crate::data::{Agenda, Colour, Value};

/// The rules. They define `--cluster` on everything that has a `data-cluster`,
/// and `--sections`, the stops of a gradient through all of them.
pub fn rules(agenda: &Agenda) -> String {
    let facet = agenda.section().and_then(|facet| agenda.facets.get(facet));
    let sections = facet.map_or(&[][..], |facet| &facet.values);
    let light = colours(sections, |colour| &colour.light);
    let dark = colours(sections, |colour| &colour.dark);
    let mut rules = format!(
        "/* The colours of the sections, from the data set. */\n\
         :root {{\n{light}  --sections: {};\n}}\n\
         @media (prefers-color-scheme: dark) {{\n\
         :root:not([data-scheme=\"light\"]) {{\n{dark}}}\n}}\n\
         :root[data-scheme=\"dark\"] {{\n{dark}}}\n",
        stops(sections)
    );
    for section in sections {
        let id = &section.id;
        rules.push_str(&format!(
            "[data-cluster=\"{id}\"] {{\n  --cluster: var({});\n}}\n",
            property(section)
        ));
    }
    rules
}

fn property(section: &Value) -> String {
    format!("--section-{}", section.id)
}

fn colours(sections: &[Value], of: fn(&Colour) -> &String) -> String {
    let colours = sections.iter().filter_map(|section| {
        let colour = of(section.colour.as_ref()?);
        Some(format!("  {}: {colour};\n", property(section)))
    });
    colours.collect()
}

/// Bars of the same width, one after the other.
fn stops(sections: &[Value]) -> String {
    let last = sections.len().saturating_sub(1);
    let stops = sections.iter().enumerate().map(|(position, section)| {
        let colour = property(section);
        let tenths = (position + 1) * 1000 / sections.len();
        match position {
            // To the end, whatever was rounded before.
            _ if position == last => format!("var({colour}) 0"),
            _ => format!("var({colour}) 0 {}.{}%", tenths / 10, tenths % 10),
        }
    });
    stops.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_a_rule_and_both_colours() {
        let json = include_str!("../../../tests/data/charter.json");
        let (agenda, _) = crate::data::read(json).expect("it can be read");
        let rules = rules(&agenda);
        for part in [
            "--section-water-and-quays: #1d5fae;",
            "--section-people-and-trade: #7a3b9e;",
            "--section-people-and-trade: #d0a8ee;",
            "[data-cluster=\"people-and-trade\"] {\n  --cluster: var(--section-people-and-trade);",
            "--sections: var(--section-water-and-quays) 0 50.0%, var(--section-people-and-trade) 0;",
        ] {
            assert!(rules.contains(part), "{part}\n{rules}");
        }
    }
}

//! The part of the style sheet that follows from the data: the colour of each
//! section, on a light and on a dark background.

use crate::data::{Agenda, Colour, Value};

/// The rules. They define `--cluster` on everything that has a `data-cluster`.
pub fn rules(agenda: &Agenda) -> String {
    let facet = agenda.section().and_then(|facet| agenda.facets.get(facet));
    let sections = facet.map_or(&[][..], |facet| &facet.values);
    let light = colours(sections, |colour| &colour.light);
    let dark = colours(sections, |colour| &colour.dark);
    let mut rules = format!(
        "/* The colours of the sections, from the data set. */\n\
         :root {{\n{light}}}\n\
         @media (prefers-color-scheme: dark) {{\n\
         :root:not([data-scheme=\"light\"]) {{\n{dark}}}\n}}\n\
         :root[data-scheme=\"dark\"] {{\n{dark}}}\n"
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
        ] {
            assert!(rules.contains(part), "{part}\n{rules}");
        }
    }
}

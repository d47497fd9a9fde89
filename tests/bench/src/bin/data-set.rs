//! Makes a data set for a site of another size: `data-set OWN FILE SIZE` writes
//! to `FILE` the data set in `OWN` with recombined recommendations. Its tags quote
//! the first words of a text, whatever they say.

use search_bench::corpora::{self, Text};
use serde_json::{Map, Value, json};
use std::{env, error::Error, fs};

/// How many words a tag quotes.
const QUOTED: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [own, file, size] = &arguments[..] else {
        return Err("What is missing: the own data set, a file, a size.".into());
    };
    let agenda = explorer::embedded::agenda()?;
    let documents = corpora::corpus(&agenda, size.parse()?).documents;
    let mut set: Map<String, Value> = serde_json::from_str(&fs::read_to_string(own)?)?;
    // What says something of the real texts.
    set.remove("corrections");
    set.remove("documents");
    let mut facets = agenda.facets.iter().enumerate();
    let (section, clusters) = facets.next().ok_or("There are no sections.")?;
    let recommendations = documents.iter().map(|one| {
        let cluster = one.values[section].first().copied().unwrap_or_default();
        json!({
            "number": one.id + 1,
            "cluster": clusters.values[cluster].id,
            "text": [{ "kind": "paragraph", "text": one.text }],
        })
    });
    set.insert("recommendations".into(), recommendations.collect());
    let written = set.get_mut("facets").and_then(Value::as_array_mut);
    for ((position, _), facet) in facets.zip(written.into_iter().flatten()) {
        let groups = facet["groups"].as_array_mut().into_iter().flatten();
        let values = groups.flat_map(|group| group["values"].as_array_mut().into_iter().flatten());
        for (id, value) in values.enumerate() {
            let carries = |one: &&Text| one.values[position].contains(&id);
            value["tags"] = documents.iter().filter(carries).map(tag).collect();
        }
    }
    fs::write(file, serde_json::to_string(&set)?)?;
    Ok(())
}

fn tag(one: &Text) -> Value {
    let words = one.text.split_inclusive(' ').take(QUOTED);
    let quoted: String = words.collect();
    json!({ "number": one.id + 1, "evidence": [quoted.trim()] })
}

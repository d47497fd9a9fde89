//! Reading the data from its JSON.

use std::fmt;

use serde::Deserialize;

use super::{
    Agenda, Block, Correction, Details, Facet, GlossaryEntry, Note, Recommendation,
    RelatedDocument, Source, Tag, Value,
};

/// The version of the schema that this code reads.
const SCHEMA: u32 = 1;

/// Why a data set can't be used.
#[derive(Debug)]
pub enum AgendaError {
    /// It is not JSON of the expected shape.
    Shape(serde_json::Error),
    /// It was written for another version of the schema.
    Schema(u32),
    /// A recommendation names a cluster that is not there.
    Cluster { number: u16, cluster: String },
    /// The numbers do not rise from one recommendation, or tag, to the next.
    Numbers(u16),
    /// An entry of the glossary, by its place from 1, has no words, or is
    /// without finds and has only one.
    Words(usize),
    /// An entry of the glossary, by its place from 1, has a phrase without a
    /// letter or digit, or no reason.
    Blank(usize),
}

impl fmt::Display for AgendaError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AgendaError::Shape(error) => {
                write!(
                    to,
                    "The data set can't be read: {error}. Compare it with agenda.schema.json."
                )
            }
            AgendaError::Schema(found) => write!(
                to,
                "The data set is of schema {found}, but this version reads schema {SCHEMA}."
            ),
            AgendaError::Cluster { number, cluster } => write!(
                to,
                "Recommendation {number} names the cluster “{cluster}”, which the data set does not define."
            ),
            AgendaError::Numbers(number) => write!(
                to,
                "{number} stands after the same or a higher number; sort recommendations and tags by number."
            ),
            AgendaError::Words(place) => write!(
                to,
                "Entry {place} of the glossary has too few words: give it at least one, and two if it has no “finds”."
            ),
            AgendaError::Blank(place) => write!(
                to,
                "Entry {place} of the glossary has a phrase without a letter or digit, or no reason; fill it in or remove it."
            ),
        }
    }
}

impl std::error::Error for AgendaError {}

impl From<serde_json::Error> for AgendaError {
    fn from(error: serde_json::Error) -> Self {
        AgendaError::Shape(error)
    }
}

#[derive(Deserialize)]
struct File {
    schema: u32,
    title: String,
    source: Source,
    clusters: Vec<ClusterEntry>,
    facets: Vec<FacetEntry>,
    #[serde(default)]
    glossary: Vec<GlossaryEntry>,
    #[serde(default)]
    families: Vec<Vec<String>>,
    recommendations: Vec<RecommendationEntry>,
    corrections: Vec<Correction>,
    documents: Vec<RelatedDocument>,
}

#[derive(Deserialize)]
struct ClusterEntry {
    id: String,
    title: String,
}

#[derive(Deserialize)]
struct FacetEntry {
    key: String,
    label: String,
    #[serde(default)]
    note: Option<String>,
    switchable: bool,
    groups: Vec<GroupEntry>,
}

#[derive(Deserialize)]
struct GroupEntry {
    #[serde(default)]
    label: Option<String>,
    values: Vec<ValueEntry>,
}

#[derive(Deserialize)]
struct ValueEntry {
    id: String,
    label: String,
    #[serde(default)]
    note: Option<String>,
    tags: Vec<TagEntry>,
}

#[derive(Deserialize)]
struct TagEntry {
    number: u16,
    evidence: Vec<String>,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Deserialize)]
struct RecommendationEntry {
    number: u16,
    cluster: String,
    text: Vec<Block>,
}

/// Reads a data set.
///
/// # Errors
/// What is wrong with it, where it can't be used.
pub fn read(json: &str) -> Result<(Agenda, Details), AgendaError> {
    let file: File = serde_json::from_str(json)?;
    if file.schema != SCHEMA {
        return Err(AgendaError::Schema(file.schema));
    }
    let mut clusters: Vec<Value> = file.clusters.into_iter().map(cluster).collect();
    let mut recommendations: Vec<Recommendation> = Vec::new();
    for entry in file.recommendations {
        let number = entry.number;
        let mut named = clusters.iter_mut().enumerate();
        let Some((position, cluster)) = named.find(|(_, value)| value.id == entry.cluster) else {
            let cluster = entry.cluster;
            return Err(AgendaError::Cluster { number, cluster });
        };
        cluster.tags.push(Tag {
            number,
            evidence: Vec::new(),
        });
        recommendations.push(Recommendation {
            number,
            cluster: position,
            text: entry.text,
        });
    }
    let mut facets = vec![Facet {
        key: "cluster".to_owned(),
        label: "Cluster".to_owned(),
        any_all: false,
        values: clusters,
    }];
    let mut notes = Vec::new();
    for entry in file.facets {
        facets.push(facet(entry, facets.len(), &mut notes));
    }
    rising(recommendations.iter().map(|entry| entry.number))?;
    for value in facets.iter().flat_map(|facet| &facet.values) {
        rising(value.tags.iter().map(|tag| tag.number))?;
    }
    usable(&file.glossary)?;
    let agenda = Agenda {
        title: file.title,
        source: file.source,
        facets,
        glossary: file.glossary,
        families: file.families,
        recommendations,
    };
    let details = Details {
        notes,
        corrections: file.corrections,
        documents: file.documents,
    };
    Ok((agenda, details))
}

fn cluster(entry: ClusterEntry) -> Value {
    Value {
        id: entry.id,
        label: entry.title,
        group: None,
        tags: Vec::new(),
    }
}

/// The facet of an entry. What is noted on it goes to the notes.
fn facet(entry: FacetEntry, facet: usize, notes: &mut Vec<Note>) -> Facet {
    let mut note = |value, number, text: Option<String>| {
        notes.extend(text.map(|text| Note {
            facet,
            value,
            number,
            text,
        }));
    };
    note(None, None, entry.note);
    let mut values = Vec::new();
    for group in entry.groups {
        for value in group.values {
            let position = Some(values.len());
            note(position, None, value.note);
            let mut tags = Vec::new();
            for tag in value.tags {
                note(position, Some(tag.number), tag.note);
                tags.push(Tag {
                    number: tag.number,
                    evidence: tag.evidence,
                });
            }
            values.push(Value {
                id: value.id,
                label: value.label,
                group: group.label.clone(),
                tags,
            });
        }
    }
    Facet {
        key: entry.key,
        label: entry.label,
        any_all: entry.switchable,
        values,
    }
}

/// Checks that each number is higher than the one before it: they are looked up
/// by halving.
fn rising(numbers: impl Iterator<Item = u16>) -> Result<(), AgendaError> {
    let mut last = None;
    for number in numbers {
        if last >= Some(number) {
            return Err(AgendaError::Numbers(number));
        }
        last = Some(number);
    }
    Ok(())
}

/// Checks that each entry of the glossary can expand something and says why.
fn usable(glossary: &[GlossaryEntry]) -> Result<(), AgendaError> {
    for (entry, place) in glossary.iter().zip(1..) {
        let least = if entry.finds.is_empty() { 2 } else { 1 };
        if entry.words.len() < least {
            return Err(AgendaError::Words(place));
        }
        let mut phrases = entry.words.iter().chain(&entry.finds);
        let blank = |phrase: &String| !phrase.chars().any(char::is_alphanumeric);
        if phrases.any(blank) || entry.reason.trim().is_empty() {
            return Err(AgendaError::Blank(place));
        }
    }
    Ok(())
}

//! Reading the data from its JSON.

use std::fmt;

use serde::Deserialize;

use super::{
    Agenda, Block, Colour, Correction, Facet, FacetRole, GlossaryEntry, Noun, Recommendation,
    RelatedDocument, Site, Source, Tag, Value,
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
    #[serde(default)]
    site: SiteEntry,
    #[serde(default)]
    noun: Option<NounEntry>,
    source: Source,
    #[serde(default)]
    section: Option<SectionEntry>,
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
    #[serde(default)]
    letter: Option<String>,
    #[serde(default)]
    colour: Option<Colour>,
}

#[derive(Default, Deserialize)]
struct SiteEntry {
    name: Option<String>,
    short_name: Option<String>,
    tagline: Option<String>,
    slug: Option<String>,
    citation_key: Option<String>,
    storage_prefix: Option<String>,
    language: Option<String>,
    independence: Option<String>,
}

#[derive(Deserialize)]
struct NounEntry {
    one: String,
    many: String,
    #[serde(default)]
    prefixes: Vec<String>,
}

#[derive(Deserialize)]
struct SectionEntry {
    key: String,
    label: String,
    label_many: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum RoleEntry {
    Topic,
    Other,
}

#[derive(Deserialize)]
struct FacetEntry {
    key: String,
    label: String,
    #[serde(default)]
    label_many: Option<String>,
    #[serde(default)]
    role: Option<RoleEntry>,
    #[serde(default)]
    pages: Option<bool>,
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

impl Agenda {
    /// Reads a data set.
    ///
    /// # Errors
    /// What is wrong with it, where it can't be used.
    pub fn read(json: &str) -> Result<Agenda, AgendaError> {
        let file: File = serde_json::from_str(json)?;
        if file.schema != SCHEMA {
            return Err(AgendaError::Schema(file.schema));
        }
        let clusters = file.clusters.into_iter().enumerate();
        let mut clusters: Vec<Value> = clusters.map(cluster).collect();
        let mut recommendations: Vec<Recommendation> = Vec::new();
        for entry in file.recommendations {
            let number = entry.number;
            let mut named = clusters.iter_mut().enumerate();
            let Some((position, cluster)) = named.find(|(_, value)| value.id == entry.cluster)
            else {
                let cluster = entry.cluster;
                return Err(AgendaError::Cluster { number, cluster });
            };
            cluster.tags.push(Tag {
                number,
                evidence: Vec::new(),
                note: None,
            });
            recommendations.push(Recommendation {
                number,
                cluster: position,
                text: entry.text,
            });
        }
        let section = file.section.unwrap_or_else(|| SectionEntry {
            key: "cluster".to_owned(),
            label: "Cluster".to_owned(),
            label_many: "Clusters".to_owned(),
        });
        let mut facets = vec![Facet {
            key: section.key,
            role: FacetRole::Section,
            label: section.label,
            label_many: section.label_many,
            note: None,
            any_all: false,
            pages: true,
            values: clusters,
        }];
        facets.extend(file.facets.into_iter().map(facet));
        rising(recommendations.iter().map(|entry| entry.number))?;
        for value in facets.iter().flat_map(|facet| &facet.values) {
            rising(value.tags.iter().map(|tag| tag.number))?;
        }
        usable(&file.glossary)?;
        let mut source = file.source;
        if source.publisher_short.is_empty() {
            source.publisher_short.clone_from(&source.publisher);
        }
        Ok(Agenda {
            site: site(file.site, &file.title),
            title: file.title,
            noun: noun(file.noun),
            source,
            facets,
            glossary: file.glossary,
            families: file.families,
            recommendations,
            corrections: file.corrections,
            documents: file.documents,
        })
    }
}

/// The site, with what the data set leaves out made from its title.
fn site(entry: SiteEntry, title: &str) -> Site {
    let name = entry.name.unwrap_or_else(|| title.to_owned());
    let slug = entry.slug.unwrap_or_else(|| slug(title));
    Site {
        short_name: entry.short_name.unwrap_or_else(|| name.clone()),
        name,
        tagline: entry.tagline,
        citation_key: entry.citation_key.unwrap_or_else(|| slug.clone()),
        storage_prefix: entry.storage_prefix.unwrap_or_else(|| slug.clone()),
        slug,
        language: entry.language.unwrap_or_else(|| "en".to_owned()),
        independence: entry.independence,
    }
}

/// A title in the letters of file names.
fn slug(title: &str) -> String {
    let title = title.to_ascii_lowercase();
    let words = title.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn noun(entry: Option<NounEntry>) -> Noun {
    let entry = entry.unwrap_or_else(|| NounEntry {
        one: "item".to_owned(),
        many: "items".to_owned(),
        prefixes: Vec::new(),
    });
    Noun {
        one: entry.one,
        many: entry.many,
        prefixes: entry.prefixes,
    }
}

fn cluster((position, entry): (usize, ClusterEntry)) -> Value {
    let letter = entry.letter.unwrap_or_else(|| letter(&entry.id, position));
    Value {
        letter: Some(letter),
        colour: entry.colour,
        id: entry.id,
        label: entry.title,
        group: None,
        note: None,
        tags: Vec::new(),
    }
}

/// What a section is called in its badge: its id where that is as short, else
/// its position.
fn letter(id: &str, position: usize) -> String {
    if id.len() <= 2 {
        return id.to_ascii_uppercase();
    }
    let letter = ('A'..='Z').nth(position);
    letter.map_or_else(|| (position + 1).to_string(), String::from)
}

fn facet(entry: FacetEntry) -> Facet {
    let mut values = Vec::new();
    for group in entry.groups {
        for value in group.values {
            values.push(Value {
                id: value.id,
                label: value.label,
                letter: None,
                colour: None,
                group: group.label.clone(),
                note: value.note,
                tags: value.tags.into_iter().map(tag).collect(),
            });
        }
    }
    let role = match entry.role {
        Some(RoleEntry::Topic) => FacetRole::Topic,
        None if entry.switchable => FacetRole::Topic,
        Some(RoleEntry::Other) | None => FacetRole::Other,
    };
    Facet {
        key: entry.key,
        role,
        label_many: entry.label_many.unwrap_or_else(|| entry.label.clone()),
        label: entry.label,
        note: entry.note,
        any_all: entry.switchable,
        pages: entry.pages.unwrap_or(entry.switchable),
        values,
    }
}

fn tag(entry: TagEntry) -> Tag {
    Tag {
        number: entry.number,
        evidence: entry.evidence,
        note: entry.note,
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

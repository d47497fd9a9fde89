//! Citations of single works, for people and for programs.

use super::{Export, Format};
use crate::data::{Date, Recommendation};
use crate::ids;
use crate::messages::{
    CitationMessages, CitationStyle, Cited, ExportMessages, Names, Run, messages,
};

/// A recommendation, or a part of one, as programs cite it.
pub(super) struct Work {
    /// What programs know it by.
    pub key: String,
    pub title: String,
    pub text: String,
    /// What has no field in all formats. As a field that only some have, it would make
    /// the same citation differ.
    pub note: String,
}

impl Export<'_> {
    /// All recommendations in one citation; or the block at a position, where there is
    /// one recommendation.
    pub fn citation(&self, style: CitationStyle, block: Option<usize>) -> Vec<Run> {
        self.cited(block, |cited| messages().citation(style, cited))
    }

    /// A shorter one, for what follows a whole one.
    pub(super) fn later_citation(&self) -> Vec<Run> {
        self.cited(None, |cited| messages().later_citation(cited))
    }

    fn cited(&self, block: Option<usize>, set: impl Fn(&Cited<'_>) -> Vec<Run>) -> Vec<Run> {
        let only = match self.numbers {
            [number] => self.agenda.recommendation(*number),
            _ => None,
        };
        let (passage, address) = match (only, block) {
            (Some(entry), None) => (self.name(entry), self.link(entry.number)),
            (Some(entry), Some(block)) => {
                (self.part_name(entry, block), self.part_link(entry, block))
            }
            (None, _) => {
                let all = self.agenda.recommendations.iter().map(|entry| entry.number);
                let rising: Vec<u16> = all.filter(|it| self.numbers.contains(it)).collect();
                let names = messages().recommendations(self.agenda, &rising);
                (names, self.view.to_owned())
            }
        };
        let cited = Cited {
            agenda: self.agenda,
            imprint: &self.details.imprint,
            passage,
            address: &address,
            day: Date::parse(self.date),
        };
        set(&cited)
    }

    /// The same in a format for programs; empty for one that has no citations.
    pub fn records(&self, format: Format, block: Option<usize>) -> String {
        let works = match (self.numbers, block) {
            ([number], Some(block)) => {
                let entry = self.agenda.recommendation(*number);
                entry
                    .map(|entry| self.part_work(entry, block))
                    .into_iter()
                    .collect()
            }
            _ => self.works(),
        };
        match format {
            Format::Bibtex => self.bibtex(&works),
            Format::Ris => self.ris(&works),
            Format::CslJson => self.csl(&works),
            _ => String::new(),
        }
    }

    /// All recommendations as works.
    pub(super) fn works(&self) -> Vec<Work> {
        let works = self.entries().map(|entry| {
            let number = entry.number;
            Work {
                key: format!("{}-{number}", self.agenda.site.citation_key),
                title: self.name(entry),
                text: entry.plain(),
                note: self.remark(&self.link(number)),
            }
        });
        works.collect()
    }

    fn part_work(&self, entry: &Recommendation, block: usize) -> Work {
        let part = entry.part(block);
        let text = entry.text.get(block);
        Work {
            key: format!(
                "{}-{}",
                self.agenda.site.citation_key,
                ids::part(entry.number, &part)
            ),
            title: self.part_name(entry, block),
            text: text.map_or_else(String::new, |block| block.text.clone()),
            note: self.remark(&self.part_link(entry, block)),
        }
    }

    fn name(&self, entry: &Recommendation) -> String {
        messages().recommendation(self.agenda, entry.number)
    }

    fn part_name(&self, entry: &Recommendation, block: usize) -> String {
        messages().cited_part(self.agenda, entry.number, &entry.part(block))
    }

    fn part_link(&self, entry: &Recommendation, block: usize) -> String {
        let id = ids::part(entry.number, &entry.part(block));
        format!("{}#{id}", self.link(entry.number))
    }

    fn remark(&self, link: &str) -> String {
        let adopted = self.details.imprint.adopted;
        messages().citation_note(self.agenda, adopted, link)
    }

    /// The town of the publisher, empty where it is not known.
    pub(super) fn place(&self) -> &str {
        self.details.imprint.place.as_deref().unwrap_or_default()
    }
}

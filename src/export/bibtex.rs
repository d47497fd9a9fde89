//! BibTeX: each recommendation is a part of the publication.

use super::{Export, on_one_line};
use crate::data::Recommendation;
use crate::messages::{Names, messages};

impl Export<'_> {
    pub(super) fn bibtex(&self) -> String {
        self.entries().map(|entry| self.part(entry)).collect()
    }

    fn part(&self, entry: &Recommendation) -> String {
        let source = &self.agenda.source;
        let number = entry.number;
        let mut part = format!("@incollection{{{},\n", self.key(number));
        let name = messages().recommendation(self.agenda, number);
        for (name, value) in [
            ("author", whole(self.author())),
            ("title", whole(&name)),
            ("booktitle", whole(&source.title)),
            ("publisher", whole(&source.publisher_short)),
            ("address", escaped(self.place())),
            ("year", source.year.to_string()),
            ("url", source.url.clone()),
            ("note", escaped(&self.remark(number))),
            ("abstract", escaped(&on_one_line(&entry.plain()))),
        ] {
            if value.is_empty() {
                continue;
            }
            part.push_str(&format!("  {name} = {{{value}}},\n"));
        }
        part + "}\n\n"
    }
}

/// A name or title that stays in one piece and as it is written.
fn whole(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

/// A text that TeX prints as it is.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_tex_is_escaped() {
        assert_eq!(
            escaped("50 % of {A} & \\b_c ~ 1^2 #$"),
            "50 \\% of \\{A\\} \\& \\textbackslash{}b\\_c \\textasciitilde{} 1\\textasciicircum{}2 \\#\\$"
        );
    }
}

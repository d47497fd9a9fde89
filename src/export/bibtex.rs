//! BibTeX: each recommendation is a part of the publication.

use super::work::Work;
use super::{Export, on_one_line};

impl Export<'_> {
    pub(super) fn bibtex(&self, works: &[Work]) -> String {
        works.iter().map(|work| self.part(work)).collect()
    }

    fn part(&self, work: &Work) -> String {
        let source = &self.agenda.source;
        let mut part = format!("@incollection{{{},\n", work.key);
        for (name, value) in [
            ("author", whole(source.author())),
            ("title", whole(&work.title)),
            ("booktitle", whole(&source.title)),
            ("publisher", whole(&source.publisher_short)),
            ("address", escaped(self.place())),
            ("year", source.year.to_string()),
            ("url", source.url.clone()),
            ("note", escaped(&work.note)),
            ("abstract", escaped(&on_one_line(&work.text))),
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

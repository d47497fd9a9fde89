//! Markdown as CommonMark has it: a heading and a quotation for each.

use super::{Export, on_one_line};
use crate::messages::{ExportMessages, Names, messages};

/// What has a meaning wherever it stands in a line, the last four of them to pandoc.
const SIGNS: [char; 13] = [
    '\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '^', '$', '@',
];

impl Export<'_> {
    pub(super) fn markdown(&self) -> String {
        let source = &self.agenda.source;
        let link = format!("[{}](<{}>)", escaped(&source.title), source.url);
        let mut whole = match self.title {
            Some(title) => format!("# {}\n\n{link}\n\n", heading(title)),
            None => format!("# {link}\n\n"),
        };
        whole.push_str(&paragraphs(self.note));
        for group in self.groups() {
            // One rank below the heading that they stand under.
            let mut rank = "##";
            if let Some(name) = &group.heading {
                whole.push_str(&format!("## {}\n\n", heading(name)));
                rank = "###";
            }
            for entry in &group.entries {
                let name = messages().recommendation(self.agenda, entry.number);
                let link = self.link(entry.number);
                whole.push_str(&format!("{rank} [{name}](<{link}>)\n\n"));
                if group.heading.is_none() {
                    whole.push_str(&paragraphs(&self.section(entry)));
                }
                whole.push_str(&quotation(&entry.plain()));
                let note = self.note_on(entry.number);
                if !note.is_empty() {
                    let note = messages().named(messages().own_note(), note);
                    whole.push_str(&paragraphs(&note));
                }
            }
        }
        for (name, value) in self.origin() {
            let value = if value == self.view {
                format!("<{value}>")
            } else {
                escaped(&value)
            };
            whole.push_str(&format!("- {}\n", messages().named(name, &value)));
        }
        whole + "\n" + &escaped(&self.notice()) + "\n"
    }
}

/// A text as a quotation, in the paragraphs and items that it has.
fn quotation(text: &str) -> String {
    let mut quotation = String::new();
    let mut follows_item = false;
    for line in escaped(text).lines() {
        let is_item = line.starts_with("- ");
        // Without an empty line before it, some readers take a list for a part of
        // the paragraph.
        if is_item && !follows_item {
            quotation.push_str(">\n");
        }
        follows_item = is_item;
        quotation.push_str(format!("> {line}").trim_end());
        quotation.push('\n');
    }
    quotation.push('\n');
    quotation
}

/// What a reader has written: a paragraph a line, none of which is taken for a heading
/// or a list.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| format!("{}\n\n", begun(&escaped(line.trim()))))
        .collect()
}

/// A text that stays on the line of a heading.
fn heading(text: &str) -> String {
    let line = escaped(&on_one_line(text));
    // Signs at the end of a heading are taken for a part of its mark.
    line.replace('#', "\\#")
}

/// A line that begins as it does and not as a heading, an item or a quotation.
fn begun(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at_checked(digits).unwrap_or(("", line));
    let is_mark = match rest.chars().next() {
        Some('.' | ')') => digits > 0,
        Some('#' | '-' | '+' | '=' | '~' | ':' | '|') => digits == 0,
        _ => false,
    };
    if is_mark {
        format!("{number}\\{rest}")
    } else {
        line.to_owned()
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        if SIGNS.contains(&sign) {
            escaped.push('\\');
        }
        escaped.push(sign);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_markdown_is_escaped() {
        assert_eq!(
            escaped("*a* _b_ [c](d) <e> `f` \\"),
            "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` \\\\"
        );
    }

    #[test]
    fn no_line_of_a_reader_is_a_heading_or_an_item() {
        assert_eq!(
            paragraphs("# a\n\n1. b\n- c\n4 d\n2) e\n"),
            "\\# a\n\n1\\. b\n\n\\- c\n\n4 d\n\n2\\) e\n\n"
        );
        assert_eq!(heading("a #\nb"), "a \\# b");
    }
}

//! Markdown as CommonMark has it: a heading and a quotation for each.

use super::Export;
use crate::messages::{Names, messages};

/// What has a meaning wherever it stands in a line.
const SIGNS: [char; 8] = ['\\', '`', '*', '_', '[', ']', '<', '>'];

impl Export<'_> {
    pub(super) fn markdown(&self) -> String {
        let source = &self.agenda.source;
        let mut whole = format!("# [{}](<{}>)\n\n", escaped(&source.title), source.url);
        for entry in self.entries() {
            let name = messages().recommendation(self.agenda, entry.number);
            let link = self.link(entry.number);
            whole.push_str(&format!("## [{name}](<{link}>)\n\n"));
            let mut follows_item = false;
            for line in escaped(&entry.plain()).lines() {
                let is_item = line.starts_with("- ");
                // Without an empty line before it, some readers take a list for
                // a part of the paragraph.
                if is_item && !follows_item {
                    whole.push_str(">\n");
                }
                follows_item = is_item;
                whole.push_str(format!("> {line}").trim_end());
                whole.push('\n');
            }
            whole.push('\n');
        }
        whole + &escaped(&self.notice()) + "\n"
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
}

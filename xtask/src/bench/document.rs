//! Puts measured tables into `docs/speed.md`, between markers that keep the
//! words around them.

use anyhow::{Context, Result};
use fs_err as fs;

use crate::root::root;

const END: &str = "<!-- end of table -->";

/// Replaces the table of a part.
///
/// # Errors
/// Where the document cannot be read or written, or has no place for it.
pub fn put(part: &str, table: &str) -> Result<()> {
    let path = root().join("docs").join("speed.md");
    let text = replaced(&fs::read_to_string(&path)?, part, table).with_context(|| {
        format!(
            "docs/speed.md has no `{}` followed by `{END}`; put both where the table belongs.",
            begin(part)
        )
    })?;
    Ok(fs::write(path, text)?)
}

fn begin(part: &str) -> String {
    format!("<!-- table {part} -->")
}

fn replaced(text: &str, part: &str, table: &str) -> Option<String> {
    let begin = begin(part);
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{begin}\n{table}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_replaces_the_one_before_it_and_nothing_else() {
        let text = "a\n<!-- table one -->\nold\n<!-- end of table -->\nb\n\
                    <!-- table two -->\n<!-- end of table -->\nc\n";
        let once = replaced(text, "two", "new").expect("there is a place");
        assert!(once.starts_with("a\n<!-- table one -->\nold\n"), "{once}");
        assert!(once.ends_with("<!-- table two -->\nnew\n<!-- end of table -->\nc\n"));
        assert_eq!(replaced(&once, "two", "new").as_ref(), Some(&once));
        assert_eq!(replaced(text, "three", "new"), None);
    }

    #[test]
    fn the_document_has_a_place_for_every_part() {
        let path = root().join("docs").join("speed.md");
        let text = fs::read_to_string(path).expect("the document is there");
        for part in crate::bench::Part::ALL {
            assert!(
                replaced(&text, part.name(), "").is_some(),
                "{}",
                part.name()
            );
        }
    }
}

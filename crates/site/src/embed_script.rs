//! What `embed.js` knows of the data set: the attributes of its element, which
//! are the keys of an address, and the title of a frame that has none.

use std::path::Path;

use anyhow::{Result, ensure};
use explorer::{
    data::Agenda,
    messages::{MetadataMessages, messages},
    state::url::keys,
};
use fs_err as fs;
use serde_json::json;

/// As it is published; its name never changes.
pub const FILE: &str = "embed.js";

/// Where the keys and the title go in it.
const PLACES: [&str; 2] = ["\"{keys}\"", "\"{title}\""];

/// Fills the script of a built site in. Before it is made short, which writes its
/// texts in another form.
///
/// # Errors
/// Where it cannot be read or written, or has no place for what it must know.
pub fn fill(dist: &Path, agenda: &Agenda) -> Result<()> {
    let path = dist.join(FILE);
    let mut script = fs::read_to_string(&path)?;
    // The element always shows the compact form.
    let mut attributes = agenda.address_keys();
    attributes.retain(|key| *key != keys::EMBED);
    let content = [attributes.join(" "), messages().frame_title(agenda)];
    for (place, content) in PLACES.iter().zip(content) {
        ensure!(
            script.contains(place),
            "{FILE} has no {place} to be filled in"
        );
        script = script.replacen(place, &json!(content).to_string(), 1);
    }
    Ok(fs::write(path, script)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;

    #[test]
    fn the_script_gets_the_keys_and_the_title_of_the_data() {
        let json = include_str!("../../../tests/data/charter.json");
        let (agenda, _) = explorer::data::read(json).expect("it can be read");
        let folder = Folder::new();
        folder.write(FILE, include_str!("../../../public/embed.js"));
        fill(folder.path(), &agenda).expect("it has the places");
        let script = fs::read_to_string(folder.path().join(FILE)).expect("it is there");
        let keys =
            "\"q section subject match ship rec list view sort lang scheme hide lock events\"";
        assert!(script.contains(&format!("KEYS = {keys}.split")), "{script}");
        assert!(script.contains("TITLE = \"Charter of the Harbour: 6 articles\";"));
        assert!(
            fill(folder.path(), &agenda).is_err(),
            "it is filled already"
        );
    }
}

//! Makes one style sheet of those that stand beside their components, and one
//! for each part that is fetched later. It only joins them; Trunk checks and
//! minifies the first.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::{data::Agenda, files, section_colours};

/// Comes first: the rules that the components build on.
const BASE: &str = "src/ui/base.css";

/// What `index.html` links. Inside `target/`, so that a watcher does not take it
/// for a change of the sources.
const BUNDLE: &str = "target/site/explorer.css";

/// What is fetched after the first load: each bundle with the sheets, or the folders
/// of sheets, that it joins.
const LATER: [(&str, &[&str]); 3] = [
    (
        "target/site/later.css",
        &[
            "src/ui/embed.css",
            "src/ui/filters/effect.css",
            "src/ui/forced_colours.css",
            "src/ui/later.css",
            "src/ui/layout/footer.css",
            "src/ui/layout/one_file.css",
            "src/ui/layout/alerts.css",
            "src/ui/layout/toast.css",
            "src/ui/layout/update.css",
            "src/ui/results/background.css",
            "src/ui/results/details.css",
            "src/ui/results/first_lines.css",
            "src/ui/results/match_reasons.css",
            "src/ui/results/nothing.css",
            "src/ui/results/used.css",
            "src/ui/search/chip.css",
            "src/ui/search/query_feedback.css",
            "src/ui/search/suggestions.css",
            "src/ui/sheet.css",
            // What holds on paper, whatever holds on screens.
            "src/ui/print.css",
        ],
    ),
    (
        "target/site/on-demand.css",
        &[
            "src/ui/field.css",
            "src/ui/layout/gallery.css",
            "src/ui/lists",
            "src/ui/pages",
            "src/ui/results/citation.css",
            "src/ui/results/compare_tray.css",
            "src/ui/results/download_menu.css",
        ],
    ),
    ("target/site/share-dialog.css", &["src/share_dialog"]),
];

/// Writes the bundles of the checkout at `root` that have changed, for a data set.
///
/// # Errors
/// Where the base sheet is missing or a file cannot be read or written.
pub fn bundle(root: &Path, agenda: &Agenda) -> Result<()> {
    let mut sheets = files::with_extension(&root.join("src"), "css")?;
    for (bundle, sources) in LATER {
        let mut own = Vec::new();
        for source in sources {
            let source = root.join(source);
            let mut found: Vec<_> = sheets
                .extract_if(.., |path| path.starts_with(&source))
                .collect();
            found.sort();
            own.append(&mut found);
        }
        join(root, &own, "", bundle)?;
    }
    let base = root.join(BASE);
    ensure!(
        sheets.contains(&base),
        "{BASE} is missing: it is the sheet that the others build on"
    );
    // By path, not as the file system lists them: the order decides which of
    // two equal rules holds. `false` sorts before `true`.
    sheets.sort_by_key(|path| (*path != base, path.clone()));
    join(root, &sheets, &section_colours::rules(agenda), BUNDLE)
}

fn join(root: &Path, sheets: &[PathBuf], more: &str, bundle: &str) -> Result<()> {
    let mut text = String::new();
    for path in sheets {
        let sheet = fs::read_to_string(path)?;
        let name = path.strip_prefix(root).unwrap_or(path);
        text.push_str(&format!("/* {} */\n{sheet}\n", name.display()));
    }
    text.push_str(more);
    // Written only where it differs: Trunk watches it.
    if fs::read_to_string(root.join(bundle)).is_ok_and(|old| old == text) {
        return Ok(());
    }
    files::write(root, bundle, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Folder;
    use std::{thread, time::Duration};

    fn agenda() -> Agenda {
        let json = include_str!("../../../tests/data/charter.json");
        let (agenda, _) = crate::data::read(json).expect("it can be read");
        agenda
    }

    fn bundled(folder: &Folder) -> String {
        bundle(folder.path(), &agenda()).expect("it can be bundled");
        fs::read_to_string(folder.path().join(BUNDLE)).expect("it was written")
    }

    #[test]
    fn base_comes_first_and_the_others_by_path() {
        let folder = Folder::new();
        folder.write("src/ui/z.css", "z{}");
        folder.write("src/ui/base.css", "base{}");
        folder.write("src/ui/a/b.css", "b{}");
        folder.write("src/ui/a.rs", "fn no() {}");
        let text = bundled(&folder);
        let rules: Vec<_> = text.lines().filter(|line| line.ends_with("{}")).collect();
        assert_eq!(rules, ["base{}", "b{}", "z{}"]);
    }

    #[test]
    fn what_is_fetched_later_has_a_sheet_of_its_own() {
        for (target, sources) in LATER {
            let folder = Folder::new();
            folder.write("src/ui/base.css", "base{}");
            for source in sources {
                let is_sheet = source.ends_with(".css");
                let sheet = if is_sheet { "" } else { "/own.css" };
                folder.write(&format!("{source}{sheet}"), "own{}");
            }
            assert!(!bundled(&folder).contains("own"));
            let own = fs::read_to_string(folder.path().join(target)).expect("it was written");
            assert_eq!(own.matches("own{}").count(), sources.len(), "{own}");
            assert!(!own.contains("base"), "{own}");
        }
    }

    #[test]
    fn an_unchanged_bundle_is_not_written_again() {
        let folder = Folder::new();
        folder.write("src/ui/base.css", "base{}");
        let first = bundled(&folder);
        let target = folder.path().join(BUNDLE);
        let written = || fs::metadata(&target).and_then(|data| data.modified());
        let before = written().expect("times are kept");
        thread::sleep(Duration::from_millis(20));
        assert_eq!(bundled(&folder), first);
        assert_eq!(written().expect("times are kept"), before);

        folder.write("src/ui/base.css", "other{}");
        assert!(bundled(&folder).contains("other"));
    }

    #[test]
    fn a_missing_base_sheet_is_a_problem() {
        let folder = Folder::new();
        folder.write("src/ui/a.css", "a{}");
        let said = bundle(folder.path(), &agenda())
            .expect_err("no base")
            .to_string();
        assert!(said.contains(BASE), "{said}");
    }
}

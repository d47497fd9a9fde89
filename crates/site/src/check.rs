//! What a built site must keep, check by check.

use std::{fmt::Display, path::Path};

use anyhow::Result;

use crate::{
    content_policy,
    size_budget::{EmbedScript, Load},
};

/// A check by its name, which completes "it holds that".
type Check = (&'static str, fn(&Path) -> Result<()>);

const CHECKS: [Check; 8] = [
    ("the first load keeps its budget", |dist| {
        let load = Load::first(dist)?;
        shown(&load).within_budget()
    }),
    ("what comes right after it keeps its budget", |dist| {
        let load = Load::deferred(dist)?;
        shown(&load).within_budget()
    }),
    (
        "who searches, filters and opens fetches no more than that",
        |dist| {
            let load = Load::reader(dist)?;
            shown(&load).within_budget()
        },
    ),
    ("what is fetched on demand keeps its budget", |dist| {
        let mut loads = Load::on_demand(dist)?;
        loads.insert(0, Load::shared(dist)?);
        loads
            .iter()
            .try_for_each(|load| shown(load).within_budget())
    }),
    ("the dialog for sharing keeps its budget", |dist| {
        let load = Load::share_dialog(dist)?;
        shown(&load).within_budget()
    }),
    ("the script for other sites keeps its budget", |dist| {
        let script = EmbedScript::of(dist)?;
        shown(&script).within_budget()
    }),
    (
        "no script makes code or markup out of text",
        content_policy::check_scripts,
    ),
    (
        "no page needs an inline script or style",
        content_policy::check_pages,
    ),
];

/// Runs all checks and prints what they find; gives how many passed and failed.
pub fn run(dist: &Path) -> (usize, usize) {
    let mut failed = 0;
    for (name, check) in CHECKS {
        println!("-- {name}");
        if let Err(problem) = check(dist) {
            println!("{problem:#}");
            failed += 1;
        }
    }
    (CHECKS.len() - failed, failed)
}

fn shown<T: Display>(weighed: &T) -> &T {
    print!("{weighed}");
    weighed
}

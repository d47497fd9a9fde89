//! Measures the built page in the browser and prints a table: from the
//! keystroke to what is painted, and from the instantiated program to a page
//! that answers. `cargo xtask bench page` calls it.

use std::env;

use browser_tests::{
    journey::Setting,
    speed::{self, Keystroke, START, Summary},
};

/// How often all texts are typed, after once to warm up.
const ROUNDS: usize = 3;

/// How often the page is loaded, after once to warm up.
const STARTS: usize = 15;

fn main() {
    let quick = env::args().any(|argument| argument == "--quick");
    let (rounds, starts) = if quick { (1, 3) } else { (ROUNDS, STARTS) };
    Setting::default().with_script(START).visit("", |page| {
        eprintln!("Loading the page");
        speed::start(page);
        let starts: Vec<f64> = (0..starts).map(|_| speed::start(page)).collect();
        eprintln!("Typing, to warm up");
        speed::typed(page);
        let mut keystrokes = Vec::new();
        for round in 1..=rounds {
            eprintln!("Typing, {round} of {rounds}");
            keystrokes.extend(speed::typed(page));
        }
        let agent = page.browser().script("return navigator.userAgent", &[]);
        let agent = agent.as_str().unwrap_or_default();
        println!("{}", table(agent, &keystrokes, &starts));
    });
}

fn table(agent: &str, keystrokes: &[Keystroke], starts: &[f64]) -> String {
    let own = keystrokes.iter().map(|keystroke| keystroke.own);
    let painted = keystrokes.iter().map(|keystroke| keystroke.painted);
    let slowest = |time: fn(&Keystroke) -> f64| {
        let slowest = keystrokes.iter().max_by(|a, b| time(a).total_cmp(&time(b)));
        slowest.map_or("", |keystroke| &keystroke.typed)
    };
    let rows = [
        row(
            "keystroke to work done and laid out",
            keystrokes.len(),
            Summary::of(own),
            &code(slowest(|keystroke| keystroke.own)),
        ),
        row(
            "keystroke to painted",
            keystrokes.len(),
            Summary::of(painted),
            &code(slowest(|keystroke| keystroke.painted)),
        ),
        row(
            "program instantiated to page ready",
            starts.len(),
            Summary::of(starts.iter().copied()),
            "",
        ),
    ];
    format!(
        "In {}, headless, at 45 recommendations; times in milliseconds.\n\n\
         | from … to … | times | median | 95th percentile | worst | worst at |\n\
         |---|---:|---:|---:|---:|---|\n\
         {}",
        browser_in(agent),
        rows.join("\n")
    )
}

fn row(name: &str, times: usize, summary: Summary, worst_at: &str) -> String {
    let Summary {
        median,
        high,
        worst,
    } = summary;
    format!("| {name} | {times} | {median:.1} | {high:.1} | {worst:.1} | {worst_at} |")
}

fn code(typed: &str) -> String {
    format!("`{typed}`")
}

/// The browser's name and version in what it tells of itself.
fn browser_in(agent: &str) -> String {
    let mut words = agent.split_whitespace();
    let name = words.find_map(|word| word.strip_prefix("HeadlessChrome/"));
    let name = name.and_then(|version| version.split('.').next());
    name.map_or_else(
        || "an unknown browser".to_owned(),
        |version| format!("Chromium {version}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_the_browser_and_where_the_worst_was() {
        let keystroke = |typed: &str, own, painted| Keystroke {
            typed: typed.to_owned(),
            own,
            painted,
            late: 0,
        };
        let keystrokes = [keystroke("t", 4.0, 20.0), keystroke("te", 2.0, 30.0)];
        let agent = "Mozilla/5.0 (X11; Linux) HeadlessChrome/141.0.0.0 Safari/537.36";
        let table = table(agent, &keystrokes, &[50.0]);
        assert!(table.contains("Chromium 141"), "{table}");
        assert!(table.contains("| 2 | 2.0 | 4.0 | 4.0 | `t` |"), "{table}");
        assert!(
            table.contains("| 2 | 20.0 | 30.0 | 30.0 | `te` |"),
            "{table}"
        );
    }
}

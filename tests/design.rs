//! The colours of docs/design.md: what stands there is what the style sheets give, and
//! every reader can tell text and controls from their ground.

mod support;

use std::collections::BTreeMap;

use support::agenda;

const STYLES: &str = include_str!("../src/ui/base.css");
const DESIGN: &str = include_str!("../docs/design.md");

/// The share of a cell of the matrix that is covered by `--link` at most.
const SHADE: f64 = 100.0 / 360.0;

type Tokens = BTreeMap<String, String>;

/// The colours that the rule behind a selector sets.
fn tokens(selector: &str) -> Tokens {
    let (_, rule) = STYLES.split_once(selector).expect("the rule is there");
    let (rule, _) = rule.split_once('}').expect("it ends");
    let lines = rule.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
        let colour = value.strip_suffix(';')?;
        colour
            .starts_with('#')
            .then(|| (name.to_owned(), colour.to_owned()))
    });
    lines.collect()
}

/// Light, dark by the system, dark by the address.
fn schemes() -> [Tokens; 3] {
    [
        tokens(":root {"),
        tokens(":root:not([data-scheme=\"light\"]) {"),
        tokens(":root[data-scheme=\"dark\"] {"),
    ]
}

fn channels(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|place| {
        let channel = u8::from_str_radix(&colour[place..place + 2], 16);
        f64::from(channel.expect("two hexadecimal digits")) / 255.0
    })
}

/// As <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance> has it.
fn luminance(channels: [f64; 3]) -> f64 {
    let linear = channels.map(|it| {
        if it <= 0.04045 {
            it / 12.92
        } else {
            ((it + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// As <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio> has it.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn between(one: &str, other: &str) -> f64 {
    contrast(channels(one), channels(other))
}

/// The rows of the table of contrasts: the two tokens, and the figures as written.
fn rows() -> Vec<(String, String, [String; 2])> {
    let rows = DESIGN.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [pair, light, dark] = cells.as_slice() else {
            return None;
        };
        let (above, below) = pair.split_once(" on ")?;
        Some((
            above.to_owned(),
            below.to_owned(),
            [(*light).to_owned(), (*dark).to_owned()],
        ))
    });
    rows.collect()
}

#[test]
fn the_contrasts_are_as_written_and_high_enough() {
    let [light, dark, _] = schemes();
    let rows = rows();
    assert_eq!(rows.len(), 12);
    for (above, below, written) in rows {
        let enough = if above == "edge" { 3.0 } else { 4.5 };
        for (scheme, written) in [&light, &dark].into_iter().zip(written) {
            let ratio = between(&scheme[&above], &scheme[&below]);
            assert!(ratio >= enough, "{above} on {below}: {ratio}");
            assert_eq!(format!("{ratio:.1}"), written, "{above} on {below}");
        }
    }
}

#[test]
fn both_ways_to_dark_have_the_same_colours() {
    let [light, by_system, by_address] = schemes();
    assert_eq!(by_system, by_address);
    let names = |scheme: &Tokens| scheme.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&light), names(&by_system));
}

#[test]
fn clusters_can_be_read_as_text_and_as_ground() {
    let agenda = agenda();
    let sections = agenda.section().expect("there are sections");
    let [light, dark, _] = schemes();
    for section in &agenda.facets[sections].values {
        let colour = section.colour.as_ref().expect("a section has a colour");
        for (scheme, colour) in [(&light, &colour.light), (&dark, &colour.dark)] {
            for token in ["ground", "on-cluster"] {
                let ratio = between(colour, &scheme[token]);
                assert!(ratio >= 4.5, "{} with {token}: {ratio}", section.id);
            }
        }
    }
}

#[test]
fn the_darkest_cell_of_the_matrix_can_be_read() {
    let rule = include_str!("../src/ui/pages/matrix.css");
    assert!(rule.contains("opacity: calc(var(--share, 0) / 360)"));
    for scheme in schemes() {
        let (link, ground) = (channels(&scheme["link"]), channels(&scheme["ground"]));
        let mixed = [0, 1, 2].map(|it| link[it] * SHADE + ground[it] * (1.0 - SHADE));
        let ratio = contrast(channels(&scheme["ink"]), mixed);
        assert!(ratio >= 4.5, "{ratio}");
    }
}

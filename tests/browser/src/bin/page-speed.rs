//! Measures the built page in the browser beside other pages over the same data,
//! and prints tables: `page-speed PAGES DATA [--quick]`, with the folder of the
//! other pages and the data set of all. `cargo xtask bench page` calls it.

use std::env;

use browser_tests::speed::{
    Contender, DESKTOP, Device, Kind, Memory, Plan, Setting, Summary, Visit, in_turn, visit,
};

/// How often each page is visited at each speed, after once to warm up.
const ROUNDS: usize = 5;

/// How many times slower than the machine the processor of the second table is.
const SLOWER: f64 = 4.0;

/// How many texts are typed.
const TYPED: usize = 3;

fn main() {
    if let Err(sentence) = measure() {
        eprintln!("{sentence}");
        std::process::exit(1);
    }
}

/// What was measured of one page at one speed.
struct Row {
    contender: Contender,
    visits: Vec<Visit>,
}

fn measure() -> Result<(), String> {
    let Setting {
        pages,
        known,
        quick,
    } = Setting::read(env::args_os().skip(1))?;
    let texts = known.plain_texts()?;
    let texts = &texts[..TYPED.min(texts.len())];
    let first = texts.concat().chars().next().unwrap_or_default();
    let rounds = if quick { 1 } else { ROUNDS };
    let plan = Plan::new(texts);

    let mut tables = Vec::new();
    for slower in [1.0, SLOWER] {
        let mut rows = Contender::ALL.map(|contender| Row {
            contender,
            visits: Vec::new(),
        });
        for round in 0..rounds {
            for contender in in_turn(round) {
                eprintln!(
                    "Round {} of {rounds}, {slower} times slower: {contender}",
                    round + 1
                );
                let folder = contender.folder(&pages)?;
                let device = Device { slower, ..DESKTOP };
                let visited = visit(&folder, &known, first, &plan, device)
                    .map_err(|sentence| format!("{contender}: {sentence}"))?;
                eprintln!("  {}", told(&visited));
                let row = rows.iter_mut().find(|row| row.contender == contender);
                row.into_iter()
                    .for_each(|row| row.visits.push(visited.clone()));
            }
        }
        let title = if slower > 1.0 {
            format!("processor {slower} times slower")
        } else {
            "as it is".to_owned()
        };
        tables.push(format!(
            "### {} recommendations, {title}\n\n{}",
            known.len(),
            times_table(&rows)
        ));
        if slower > 1.0 {
            continue;
        }
        tables.push(format!(
            "### {} recommendations, main thread\n\n{}",
            known.len(),
            work_table(&rows)
        ));
        tables.push(format!(
            "### {} recommendations, memory\n\n{}",
            known.len(),
            memory_table(&rows)
        ));
    }
    println!("{}", tables.join("\n\n"));
    Ok(())
}

/// The medians of a visit, for the terminal.
fn told(visit: &Visit) -> String {
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        let own = visit.samples.iter().filter(|sample| sample.kind == kind);
        let times: Vec<f64> = own.map(|sample| sample.painted).collect();
        let is_there = !times.is_empty();
        is_there.then(|| format!("{} {:.1}", kind.name(), Summary::of(times).median))
    });
    let start = format!("first answer {:.0}", visit.start.answered);
    std::iter::once(start)
        .chain(kinds)
        .collect::<Vec<_>>()
        .join(", ")
}

fn head(rows: &[Row]) -> String {
    let names: Vec<String> = rows.iter().map(|row| row.contender.to_string()).collect();
    format!("| {} |", names.join(" | "))
}

type Times<'a> = Box<dyn Fn(&Row) -> Vec<f64> + 'a>;

/// Median and 95th percentile of each page, and those of the explorer by those
/// of FlexSearch.
fn line(name: &str, rows: &[Row], times: &Times) -> String {
    let summary = |row: &Row| Summary::of(times(row));
    let cells: Vec<String> = rows
        .iter()
        .map(|row| {
            let Summary { median, high, .. } = summary(row);
            format!("{median:.1} / {high:.1}")
        })
        .collect();
    let of = |contender| {
        rows.iter()
            .find(|row| row.contender == contender)
            .map(summary)
    };
    let ratio = match (of(Contender::Explorer), of(Contender::FlexSearch)) {
        (Some(own), Some(other)) => {
            // There is none of nothing.
            let ratio = |own: f64, other: f64| {
                if other > 0.0 {
                    format!("{:.2}", own / other)
                } else {
                    "–".to_owned()
                }
            };
            let medians = ratio(own.median, other.median);
            format!("{medians} / {}", ratio(own.high, other.high))
        }
        _ => String::new(),
    };
    let count = rows.first().map_or(0, |row| times(row).len());
    format!("| {name} | {count} | {} | {ratio} |", cells.join(" | "))
}

fn table(first: &str, rows: &[Row], lines: &[String]) -> String {
    format!(
        "| {first} | times {} explorer ÷ FlexSearch |\n|---|{}\n{}",
        head(rows),
        "---:|".repeat(rows.len() + 2),
        lines.join("\n")
    )
}

fn of_start<'a>(time: impl Fn(&Visit) -> f64 + 'a) -> Times<'a> {
    Box::new(move |row| row.visits.iter().map(&time).collect())
}

fn of_kind<'a>(kind: Kind, time: impl Fn(&browser_tests::speed::Sample) -> f64 + 'a) -> Times<'a> {
    Box::new(move |row| {
        let samples = row.visits.iter().flat_map(|visit| &visit.samples);
        let own = samples.filter(|sample| sample.kind == kind);
        own.map(&time).collect()
    })
}

/// A line for each kind of action.
fn lines_of_kinds(rows: &[Row], time: fn(&browser_tests::speed::Sample) -> f64) -> Vec<String> {
    let lines = Kind::ALL
        .into_iter()
        .map(|kind| line(kind.name(), rows, &of_kind(kind, time)));
    lines.collect()
}

fn times_table(rows: &[Row]) -> String {
    let mut lines = vec![
        line(
            "navigation to first paint",
            rows,
            &of_start(|visit| visit.start.paint),
        ),
        line(
            "navigation to first answer",
            rows,
            &of_start(|visit| visit.start.answered),
        ),
        line(
            "longest task in between (0: below 50)",
            rows,
            &of_start(|visit| visit.start.longest),
        ),
    ];
    lines.extend(lines_of_kinds(rows, |sample| sample.painted));
    table("from event to painted, ms", rows, &lines)
}

fn work_table(rows: &[Row]) -> String {
    let mut lines = Vec::new();
    let known = |row: &Row| row.visits.iter().all(|visit| visit.start.work.is_some());
    if rows.iter().all(known) {
        let until = of_start(|visit| visit.start.work.unwrap_or_default());
        lines.push(line("start, until the first answer", rows, &until));
    }
    lines.push(line(
        "start, until at rest",
        rows,
        &of_start(|visit| visit.start.work_at_rest),
    ));
    lines.extend(lines_of_kinds(rows, |sample| sample.work));
    table("time on a processor, ms", rows, &lines)
}

fn memory_table(rows: &[Row]) -> String {
    let figure = |name: &str, digits: usize, figure: &dyn Fn(&Visit) -> f64| {
        let cells = rows.iter().map(|row| {
            let figures = row.visits.iter().map(figure);
            format!("{:.digits$}", Summary::of(figures).median)
        });
        format!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines = Vec::new();
    let megabytes = 1_000_000.0;
    type Moment = fn(&Visit) -> Memory;
    let moments: [(&str, Moment); 2] = [
        ("after the start", |visit| visit.memory),
        ("after all actions", |visit| visit.memory_after),
    ];
    for (when, memory) in moments {
        lines.push(figure(&format!("scripts {when}, MB"), 2, &|visit| {
            memory(visit).scripts / megabytes
        }));
        lines.push(figure(&format!("wasm {when}, MB"), 2, &|visit| {
            memory(visit).wasm / megabytes
        }));
        lines.push(figure(&format!("nodes {when}"), 0, &|visit| {
            memory(visit).nodes
        }));
        lines.push(figure(&format!("listeners {when}"), 0, &|visit| {
            memory(visit).listeners
        }));
    }
    format!(
        "| median {}\n|---|{}\n{}",
        head(rows),
        "---:|".repeat(rows.len()),
        lines.join("\n")
    )
}

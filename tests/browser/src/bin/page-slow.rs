//! Measures the first visit of a reader with a slow line and a slow device, and
//! prints tables: `page-slow PAGES DATA [--quick]`, with the folder of the other
//! pages and the data set of all. `cargo xtask bench slow` calls it.

use std::{env, time::Duration};

use browser_tests::{
    slow::{self, OLD_PHONE, Visit, line::Model},
    speed::{Contender, Device, Setting, Start, Summary, first_answer, in_turn},
};

/// How often each kind of visit is made; the median counts.
const VISITS: usize = 5;

fn main() {
    if let Err(sentence) = measure() {
        eprintln!("{sentence}");
        std::process::exit(1);
    }
}

fn measure() -> Result<(), String> {
    let setting = Setting::read(env::args_os().skip(1))?;
    let times = if setting.quick { 1 } else { VISITS };
    let visits = |types: bool| -> Result<Vec<Visit>, String> {
        let what = if types { "Typing" } else { "Reading" };
        let visits = (1..=times).map(|visit| {
            eprintln!("{what}, {visit} of {times}");
            slow::visit(OLD_PHONE, "", types)
        });
        visits.collect()
    };
    let (read, typed) = (visits(false)?, visits(true)?);
    read.last()
        .into_iter()
        .chain(typed.last())
        .for_each(waterfall);
    println!(
        "{}\n\n{}",
        table(&read, &typed),
        beside_others(&setting, times)?
    );
    Ok(())
}

/// The line of [`OLD_PHONE`], with its connection.
const LINE: Model = Model {
    kilobits: OLD_PHONE.kilobits,
    round_trip: Duration::from_millis(400),
    // TCP and TLS 1.3.
    handshakes: 2,
};

/// Visits all pages in turn, on a line with a connection.
fn beside_others(setting: &Setting, times: usize) -> Result<String, String> {
    let Setting { pages, known, .. } = setting;
    let first = known.plain_texts()?.concat().chars().next();
    let first = first.unwrap_or_default();
    let devices = [
        ("as fast as the machine", OLD_PHONE.size, 1.0),
        ("4 times slower", OLD_PHONE.size, OLD_PHONE.processor),
    ];
    let mut rows = Vec::new();
    for (processor, size, slower) in devices {
        let mut starts = Contender::ALL.map(|contender| (contender, Vec::new()));
        for round in 0..times {
            for contender in in_turn(round) {
                eprintln!(
                    "A line with a connection, {} of {times}, {processor}: {contender}",
                    round + 1
                );
                let device = Device {
                    slower,
                    size,
                    line: Some(LINE),
                };
                let start = first_answer(&contender.folder(pages)?, known, first, device)
                    .map_err(|sentence| format!("{contender}: {sentence}"))?;
                let own = starts.iter_mut().find(|(one, _)| *one == contender);
                own.into_iter().for_each(|(_, starts)| starts.push(start));
            }
        }
        rows.push(start_row("first paint", processor, &starts, |start| {
            start.paint
        }));
        rows.push(start_row("first answer", processor, &starts, |start| {
            start.answered
        }));
    }
    let names = Contender::ALL.map(|contender| contender.to_string());
    Ok(format!(
        "The median of {times} first visits to each page on a line with a connection \
         ({} kbit/s, {} ms, TCP and TLS 1.3), with the worst behind the stroke, in s.\n\n\
         | until … | processor | {} |\n|---|---|{}\n{}",
        LINE.kilobits,
        LINE.round_trip.as_millis(),
        names.join(" | "),
        "---:|".repeat(names.len()),
        rows.join("\n")
    ))
}

fn start_row(
    name: &str,
    processor: &str,
    starts: &[(Contender, Vec<Start>)],
    time: fn(&Start) -> f64,
) -> String {
    let cells = starts.iter().map(|(_, starts)| {
        let times = starts.iter().map(|start| time(start) / 1000.0);
        let Summary { median, worst, .. } = Summary::of(times);
        format!("{median:.2} / {worst:.2}")
    });
    let cells: Vec<String> = cells.collect();
    format!("| {name} | {processor} | {} |", cells.join(" | "))
}

/// What was fetched and when, for the terminal.
fn waterfall(visit: &Visit) {
    eprintln!("{:>8} {:>8} {:>8}", "asked", "done", "bytes");
    for file in &visit.files {
        let (asked, done) = (file.asked, file.done);
        eprintln!("{asked:>8.0} {done:>8.0} {:>8} {}", file.bytes, file.name);
    }
    for moved in &visit.moved {
        eprintln!("moved: {moved}");
    }
}

fn table(read: &[Visit], typed: &[Visit]) -> String {
    let seconds = |visits: &[Visit], time: fn(&Visit) -> Option<f64>| {
        Summary::of(visits.iter().filter_map(time).map(|time| time / 1000.0))
    };
    let rows = [
        row(
            "text of a recommendation painted, s",
            seconds(read, |visit| visit.text),
            2.5,
        ),
        row(
            "a typed letter answered and painted, s",
            seconds(typed, |visit| visit.answered),
            6.0,
        ),
        row(
            "app in place, s",
            seconds(read, |visit| visit.ready),
            f64::INFINITY,
        ),
        row(
            "layout shift until 2 s later",
            Summary::of(read.iter().map(|visit| visit.shift)),
            0.02,
        ),
    ];
    format!(
        "The median of {} first visits to `/` in headless Chromium, page area {} × {}.\n\n\
         | until … | median | worst | at most |\n\
         |---|---:|---:|---:|\n\
         {}",
        read.len(),
        OLD_PHONE.size.0,
        OLD_PHONE.size.1,
        rows.join("\n")
    )
}

fn row(name: &str, Summary { median, worst, .. }: Summary, most: f64) -> String {
    let digits = if most < 1.0 { 4 } else { 2 };
    let most = if most.is_finite() {
        most.to_string()
    } else {
        String::new()
    };
    format!("| {name} | {median:.digits$} | {worst:.digits$} | {most} |")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_the_medians_beside_what_was_asked_for() {
        let visit = |time: f64| Visit {
            text: Some(time),
            ready: Some(2.0 * time),
            answered: Some(3.0 * time),
            shift: 0.001,
            ..Visit::default()
        };
        let visits = [visit(1000.0), visit(3000.0), visit(2000.0)];
        let table = table(&visits, &visits);
        assert!(
            table.contains("painted, s | 2.00 | 3.00 | 2.5 |"),
            "{table}"
        );
        assert!(
            table.contains("answered and painted, s | 6.00 | 9.00 | 6 |"),
            "{table}"
        );
        assert!(
            table.contains("later | 0.0010 | 0.0010 | 0.02 |"),
            "{table}"
        );
    }
}

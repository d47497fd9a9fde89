//! The statement workbench natively: building what it knows of the agenda, and reading
//! 10,000 words, as delegates write them and with every sentence in quotation marks.

use std::{hint::black_box, time::Duration};

use criterion::Criterion;
use explorer::data::Agenda;
use explorer::state::statement::Reader;
use search_bench::native::NATIVE;

/// How many words are read.
const WORDS: usize = 10_000;

/// What delegates say between the wording of recommendations.
const SENTENCES: [&str; 5] = [
    "Thank you, Mr. Chair. My delegation aligns itself with the statement of its group.",
    "Recommendations 7, 23 and 32 speak of competition, and Recs. 15(3)–(5) of norm-setting.",
    "In 12 countries, 7 projects under Cluster B have been completed since 2019.",
    "We note with concern that technology transfer to developing countries has slowed down.",
    "Document CDIP/12/2 reports on page 15 that 3 of 40 experts came from Africa.",
];

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2))
        .sample_size(20)
        .without_plots()
        .configure_from_args();
    let agenda = explorer::embedded::agenda().expect("the data set is embedded");
    criterion.bench_function("statement/build", |bench| {
        bench.iter_with_large_drop(|| Reader::new(&agenda, NATIVE.fold));
    });
    let reader = Reader::new(&agenda, NATIVE.fold);
    for (name, text) in [("mixed", mixed(&agenda)), ("quoted", quoted(&agenda))] {
        criterion.bench_function(&format!("statement/{name}"), |bench| {
            bench.iter(|| reader.read(black_box(&text)));
        });
    }
}

/// Sentences, with a recommendation quoted after every fourth.
fn mixed(agenda: &Agenda) -> String {
    let sentences = SENTENCES.iter().map(|it| (*it).to_owned());
    let quotations = agenda.recommendations.iter().step_by(4);
    let quotations = quotations.map(|it| format!("“{}”\n\n", it.plain()));
    long_enough(sentences.cycle().take(40).chain(quotations).collect())
}

/// Recommendations in quotation marks, with every ninth word changed.
fn quoted(agenda: &Agenda) -> String {
    let quotations = agenda.recommendations.iter().map(|it| {
        let plain = it.plain();
        let words = plain.split_whitespace().enumerate();
        let words = words.map(|(place, word)| if place % 9 == 4 { "other" } else { word });
        format!("“{}”", words.collect::<Vec<_>>().join(" "))
    });
    long_enough(quotations.collect())
}

/// Pieces over and over, until there are enough words.
fn long_enough(pieces: Vec<String>) -> String {
    let mut text = String::new();
    let mut words = 0;
    for piece in pieces.iter().cycle() {
        if words >= WORDS {
            break;
        }
        words += piece.split_whitespace().count();
        text.push_str(piece);
        text.push(' ');
    }
    text
}

//! The search natively: building the index, and each of the 40 queries with
//! its counts and its best 20, at each size.

use criterion::{BenchmarkId, Criterion};
use search_bench::{corpora, native::NATIVE, queries, subject};
use std::{env, hint::black_box, time::Duration};

/// The sizes to measure, with commas between them; all where it is not set.
const SIZES: &str = "BENCH_SIZES";

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(20)
        .without_plots()
        .configure_from_args();
    for size in sizes() {
        measure(&mut criterion, size);
    }
}

fn sizes() -> Vec<usize> {
    let told = env::var(SIZES).unwrap_or_default();
    let told: Vec<usize> = told
        .split(',')
        .filter_map(|size| size.parse().ok())
        .collect();
    if told.is_empty() {
        corpora::SIZES.to_vec()
    } else {
        told
    }
}

fn measure(criterion: &mut Criterion, size: usize) {
    let agenda = explorer::embedded::agenda().expect("the data set is embedded");
    let synthetic = corpora::corpus(&agenda, size);
    let documents = subject::documents(&synthetic);
    let facets = subject::facets(&synthetic.sizes);
    let build = || subject::corpus(&documents, &facets, NATIVE.fold);

    let mut group = criterion.benchmark_group("build");
    // The least that criterion takes: an index of the largest corpus takes a while.
    group.sample_size(10);
    group.bench_function(BenchmarkId::from_parameter(size), |bench| {
        bench.iter_with_large_drop(build);
    });
    group.finish();

    let corpus = build();
    let mut group = criterion.benchmark_group(format!("query-{size}"));
    for (place, asked) in queries::queries().iter().enumerate() {
        // By number: what is typed twice with other choices would collide.
        group.bench_function(BenchmarkId::from_parameter(place), |bench| {
            bench.iter(|| {
                let text = black_box(asked.text.as_str());
                let query = subject::query(text, &asked.chosen, NATIVE.fold);
                facet_search::search(&corpus, &query)
            });
        });
    }
    group.finish();
}

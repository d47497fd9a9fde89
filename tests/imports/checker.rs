//! The checker itself, on small made-up crates.

use crate::graph::{Edge, circles, upward};
use crate::source::Crate;

fn edges(files: &[(&str, &str)]) -> Vec<Edge> {
    let read = |path: &str| {
        let file = files.iter().find(|(name, _)| *name == path);
        file.map(|(_, text)| text.to_string())
    };
    Crate::read("src/lib.rs", &read).edges()
}

/// The edges as `from>to`, without the folder and the ending.
fn arrows(files: &[(&str, &str)]) -> Vec<String> {
    let short = |file: &str| file.replace("src/", "").replace(".rs", "");
    let mut arrows: Vec<String> = edges(files)
        .iter()
        .map(|edge| format!("{}>{}", short(&edge.from), short(&edge.to)))
        .collect();
    arrows.sort();
    arrows
}

#[test]
fn a_circle_of_two_files_is_found_with_its_lines() {
    let edges = edges(&[
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "use crate::b::B;\npub struct A(B);"),
        (
            "src/b.rs",
            "pub struct B;\nimpl B { fn a(_: super::a::A) {} }",
        ),
    ]);
    let circles = circles(&edges);
    assert_eq!(circles.len(), 1);
    let lines: Vec<String> = circles[0].iter().map(Edge::to_string).collect();
    assert_eq!(
        lines,
        [
            "src/a.rs:1 uses `crate::b::B` of src/b.rs",
            "src/b.rs:2 uses `super::a::A` of src/a.rs",
        ]
    );
}

#[test]
fn a_long_circle_is_found_once() {
    let edges = edges(&[
        ("src/lib.rs", "mod a; mod b; mod c; mod d;"),
        ("src/a.rs", "pub fn a() { crate::b::b() }"),
        ("src/b.rs", "pub fn b() { crate::c::c() }"),
        ("src/c.rs", "pub fn c() { crate::a::a() }"),
        ("src/d.rs", "pub fn d() { crate::a::a() }"),
    ]);
    assert_eq!(
        circles(&edges).iter().map(Vec::len).collect::<Vec<_>>(),
        [3]
    );
}

#[test]
fn a_module_that_re_exports_its_children_is_no_circle() {
    let files = [
        ("src/lib.rs", "mod a; pub use a::Part;"),
        (
            "src/a/mod.rs",
            "mod part; mod whole; pub use part::*; pub use whole::Whole;",
        ),
        ("src/a/part.rs", "pub struct Part;"),
        ("src/a/whole.rs", "use super::Part; pub struct Whole(Part);"),
    ];
    assert_eq!(arrows(&files), ["a/whole>a/part"]);
    assert!(circles(&edges(&files)).is_empty());
}

#[test]
fn a_module_that_uses_what_it_re_exports_depends_on_it() {
    let files = [
        ("src/lib.rs", "mod a;"),
        (
            "src/a/mod.rs",
            "mod part; pub use part::Part; pub struct A(Part);",
        ),
        ("src/a/part.rs", "use super::A; pub struct Part(Box<A>);"),
    ];
    assert_eq!(arrows(&files), ["a/mod>a/part", "a/part>a/mod"]);
}

#[test]
fn what_is_used_of_an_imported_module_counts_not_the_module() {
    let files = [
        ("src/lib.rs", "mod a; mod b;"),
        (
            "src/a/mod.rs",
            "mod inner; pub use inner::make; pub const SIZE: u8 = 1;",
        ),
        ("src/a/inner.rs", "pub fn make() {}"),
        ("src/b.rs", "use crate::a; fn b() { a::make() }"),
    ];
    assert_eq!(arrows(&files), ["b>a/inner"]);
}

#[test]
fn paths_in_macros_types_patterns_and_globs_count() {
    let files = [
        ("src/lib.rs", "mod a; mod b; mod c; mod d; mod e;"),
        ("src/a.rs", "pub const A: u8 = 1;"),
        ("src/b.rs", "fn b() { println!(\"{}\", [crate::a::A][0]) }"),
        (
            "src/c.rs",
            "fn c(n: u8) { match n { crate::a::A => {} _ => {} } }",
        ),
        ("src/d.rs", "use super::a::*; fn d() -> u8 { A }"),
        ("src/e.rs", "fn e() { use crate::a::A as One; }"),
    ];
    assert_eq!(arrows(&files), ["b>a", "c>a", "d>a", "e>a"]);
}

#[test]
fn a_function_with_the_name_of_its_module_is_found() {
    let files = [
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a/mod.rs", "mod make; pub use make::make;"),
        ("src/a/make.rs", "pub fn make() {}"),
        ("src/b.rs", "use crate::a::make; fn b() { make() }"),
    ];
    assert_eq!(arrows(&files), ["b>a/make"]);
}

#[test]
fn a_module_in_a_file_elsewhere_is_read_there() {
    let files = [
        ("src/lib.rs", "#[path = \"../other/mod.rs\"] mod a; mod b;"),
        ("other/mod.rs", "mod inner; pub use inner::A;"),
        ("other/inner.rs", "pub struct A;"),
        ("src/b.rs", "use crate::a::A;"),
    ];
    assert_eq!(arrows(&files), ["b>other/inner"]);
}

#[test]
fn tests_and_other_crates_do_not_count() {
    let files = [
        ("src/lib.rs", "mod a; mod b;"),
        ("src/a.rs", "use std::fmt; use serde::b; pub struct A;"),
        (
            "src/b.rs",
            "pub struct B; #[cfg(test)] mod tests { use crate::a::A; }",
        ),
    ];
    assert_eq!(arrows(&files), [""; 0]);
}

#[test]
fn an_import_against_the_order_is_found() {
    let edges = edges(&[
        ("src/lib.rs", "mod low; mod high;"),
        ("src/low/mod.rs", "mod inner;"),
        ("src/low/inner.rs", "use crate::high::HIGH;"),
        ("src/high.rs", "pub const HIGH: u8 = 1;"),
    ]);
    let low_first: [&[&str]; 3] = [&["src/low"], &["src/high"], &["src/lib"]];
    let high_first: [&[&str]; 3] = [&["src/high"], &["src/low"], &["src/lib"]];
    let beside: [&[&str]; 2] = [&["src/high", "src/low"], &["src/lib"]];
    assert_eq!(upward(&edges, &low_first).unwrap().len(), 1);
    assert_eq!(upward(&edges, &high_first).unwrap().len(), 0);
    assert_eq!(upward(&edges, &beside).unwrap().len(), 1);
    assert!(upward(&edges, &low_first[..1]).is_err());
}

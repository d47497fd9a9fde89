//! The two parts of a module together do what the module did, whichever of its
//! functions are deferred.

use crate::testing::{Trace, parsed, parts, run_parts, run_split, run_whole, split_in, wasm};

/// Calls in all ways: directly, over the table, recursively between the parts, with
/// several results, and of an import; globals, memory, constant data and traps.
const MODULE: &str = r#"
(module
  (import "env" "log" (func $log (param i32)))
  (memory (export "memory") 1)
  (global $count (mut i32) (i32.const 0))
  (data (i32.const 16) "constant data of the first part and of the deferred")
  (table $functions 4 4 funcref)
  (elem (i32.const 1) func $double $square $trap)
  (type $unary (func (param i32) (result i32)))

  (func $double (type $unary) (call $log (local.get 0)) (i32.mul (local.get 0) (i32.const 2)))
  (func $square (type $unary) (i32.mul (local.get 0) (local.get 0)))
  (func $trap (type $unary) unreachable)
  (func $pair (param i32) (result i32 i32)
    (local.get 0) (i32.add (local.get 0) (i32.const 1)))
  (func $even (type $unary)
    (if (result i32) (i32.eqz (local.get 0))
      (then (i32.const 1))
      (else (call $odd (i32.sub (local.get 0) (i32.const 1))))))
  (func $odd (type $unary)
    (if (result i32) (i32.eqz (local.get 0))
      (then (i32.const 0))
      (else (call $even (i32.sub (local.get 0) (i32.const 1))))))
  (func $letter (type $unary)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (i32.load8_u (i32.add (i32.const 16) (local.get 0))))
  (func $keep (type $unary)
    (i32.store (i32.const 100) (i32.add (i32.load (i32.const 100)) (local.get 0)))
    (i32.load (i32.const 100)))
  (func $run (export "run") (type $unary)
    (local $sum i32)
    (local.set $sum (call $letter (i32.and (local.get 0) (i32.const 31))))
    (local.set $sum (i32.add (local.get $sum) (call $even (local.get 0))))
    (local.set $sum (i32.add (local.get $sum) (call $keep (local.get 0))))
    (call $pair (local.get 0))
    (local.set $sum (i32.add (local.get $sum) (i32.mul)))
    (call $log (global.get $count))
    (i32.add (local.get $sum)
      (call_indirect $functions (type $unary)
        (local.get 0)
        (i32.add (i32.const 1) (i32.rem_u (local.get 0) (i32.const 3)))))))
"#;

const ARGUMENTS: [i32; 8] = [0, 1, 2, 3, 4, 9, 10, 30];

const FUNCTIONS: [&str; 8] = [
    "double", "square", "trap", "pair", "even", "odd", "letter", "keep",
];

#[test]
fn the_module_shows_differences() {
    let trace = run_whole(&wasm(MODULE), &ARGUMENTS);
    let failed = trace.results.iter().filter(|result| result.is_none());
    assert_eq!(failed.count(), 1);
    assert!(trace.logged.len() > ARGUMENTS.len());
}

#[test]
fn any_functions_can_be_deferred() {
    let whole = wasm(MODULE);
    let expected = run_whole(&whole, &ARGUMENTS);
    for set in 1_u32..1 << FUNCTIONS.len() {
        let names: Vec<&str> = (0..)
            .zip(FUNCTIONS)
            .filter(|(bit, _)| set >> bit & 1 == 1)
            .map(|(_, name)| name)
            .collect();
        let parts = parts(&whole, &names, &[]);
        let (trace, loads) = run_parts(&parts, &ARGUMENTS);
        assert_eq!(trace, expected, "{names:?}");
        assert!(loads <= 1, "{names:?}");
    }
}

#[test]
fn any_functions_can_be_in_any_part() {
    let whole = wasm(MODULE);
    let expected = run_whole(&whole, &ARGUMENTS);
    for number in 0..3_usize.pow(FUNCTIONS.len() as u32) {
        let part_of = |place: usize| number / 3_usize.pow(place as u32) % 3;
        let of_part = |part: usize| -> Vec<&str> {
            let of_it = FUNCTIONS.iter().enumerate();
            let of_it = of_it.filter(|(place, _)| part_of(*place) == part);
            of_it.map(|(_, name)| *name).collect()
        };
        let (deferred, on_demand) = (of_part(1), of_part(2));
        let parts = split_in(&whole, &[&deferred, &on_demand], &[]);
        for needs in [[vec![], vec![]], [vec![], vec![0]]] {
            let (trace, loads) = run_split(&parts, &needs, &ARGUMENTS);
            assert_eq!(trace, expected, "{deferred:?} {on_demand:?} {needs:?}");
            assert!(loads.len() <= 2);
        }
    }
}

#[test]
fn a_part_is_loaded_after_those_before_it_and_not_with_them() {
    let whole = wasm(MODULE);
    let parts = split_in(&whole, &[&["double"], &["square"]], &[]);
    let needs = [vec![], vec![0]];
    assert_eq!(run_split(&parts, &needs, &[2]).1, [0; 0]);
    assert_eq!(run_split(&parts, &needs, &[0]).1, [0]);
    assert_eq!(run_split(&parts, &needs, &[1]).1, [0, 1]);
}

#[test]
fn parts_apart_are_loaded_without_each_other() {
    let whole = wasm(MODULE);
    let parts = split_in(&whole, &[&["keep"], &["double"], &["square"]], &[]);
    let needs = [vec![], vec![0], vec![0]];
    assert_eq!(run_split(&parts, &needs, &[1]).1, [0, 2]);
    assert_eq!(run_split(&parts, &needs, &[1, 0]).1, [0, 2, 1]);
}

#[test]
fn data_comes_with_the_deferred_part() {
    let whole = wasm(MODULE);
    let expected = run_whole(&whole, &ARGUMENTS);
    let parts = parts(&whole, &["letter"], &[16..40, 52..60]);
    assert!(
        !contains(&parts.0, b"constant data"),
        "it is in the first part"
    );
    assert!(
        contains(&parts.1, b"constant data"),
        "it is not in the deferred part"
    );
    assert_eq!(run_parts(&parts, &ARGUMENTS), (expected, 1));
}

#[test]
fn nothing_is_loaded_that_is_not_called() {
    let whole = wasm(MODULE);
    let parts = parts(&whole, &["square"], &[]);
    assert_eq!(run_parts(&parts, &[0, 3]).1, 0);
    assert_eq!(run_parts(&parts, &[0, 1]).1, 1);
}

#[test]
fn the_first_part_has_the_exports_of_the_whole() {
    let whole = wasm(MODULE);
    let parts = parts(&whole, &["even", "keep"], &[]);
    let exports = |wasm: &[u8]| {
        let module = walrus::Module::from_buffer(wasm).expect("it is a module");
        let names: Vec<String> = module.exports.iter().map(|it| it.name.clone()).collect();
        names
    };
    let first = exports(&parts.0);
    for name in parsed(&whole).exports.iter().map(|export| &export.name) {
        assert!(first.contains(name), "{name}");
    }
    assert!(exports(&parts.1).is_empty());
}

#[test]
fn a_start_function_stays() {
    let whole = wasm(
        r#"(module
          (import "env" "log" (func $log (param i32)))
          (memory (export "memory") 1)
          (table (export "table") 1 funcref)
          (func $begin (call $log (call $seven)))
          (func $seven (result i32) (i32.const 7))
          (func $other (result i32) (call $seven))
          (func (export "run") (param i32) (result i32) (call $other))
          (start $begin))"#,
    );
    let expected = Trace {
        results: vec![Some(7)],
        logged: vec![7],
    };
    assert_eq!(run_whole(&whole, &[0]), expected);
    let (first, deferred) = parts(&whole, &["other"], &[]);
    for (part, starts) in [(first, true), (deferred, false)] {
        let module = walrus::Module::from_buffer(&part).expect("it is a module");
        assert_eq!(module.start.is_some(), starts);
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

//! Turns functions that only report into traps.
//!
//! What a panic says is made by code that formats anything, and from the place of
//! each panic in the source. A program that tells its reader of a trap as of a
//! panic has no use for either.

use std::collections::{BTreeSet, HashMap, HashSet};

use anyhow::{Context as _, Result, bail};
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, InstrLocId, LocalFunction, Module,
    ir::{Instr, InstrSeqId, Unreachable, VisitorMut, dfs_pre_order_mut},
};

use crate::{
    linked::Linked,
    list::List,
    module::named_functions,
    names::path,
    references::{Item, References},
};

/// Has the functions of a list trap, and drops what nothing calls any more. Those that
/// never return, so that `unreachable` follows each call, trap where they are called.
/// `linked` is what the linker made of the module with `--emit-relocs`.
///
/// # Errors
/// Where a module can't be read, or where a function of the list that returns, such as
/// one that formats a value for a panic, is used by one that is not on it: that
/// one would trap where nothing is wrong.
pub fn trap(wasm: &[u8], linked: Option<&[u8]>, list: &List) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm).context("The wasm can't be read")?;
    let linked = linked.map(Linked::read).transpose()?;
    let listed = module.funcs.iter().filter(|function| {
        let symbol = function.name.as_deref();
        symbol.is_some_and(|symbol| list.defers(&path(symbol)))
    });
    let listed: HashSet<FunctionId> = listed.map(|it| it.id()).collect();
    let mut calls = Calls::default();
    for (_, function) in module.funcs.iter_local() {
        calls.find(function, &mut vec![(function.entry_block(), false)]);
    }
    let ends = |id: &FunctionId| calls.last.contains(id) && !calls.others.contains(id);
    let (panics, reports): (HashSet<_>, HashSet<_>) = listed.into_iter().partition(ends);
    let names = reports
        .iter()
        .filter_map(|id| module.funcs.get(*id).name.clone());
    let names: HashSet<String> = names.collect();

    let mut rewriter = Rewriter(panics);
    for (_, function) in module.funcs.iter_local_mut() {
        let start = function.entry_block();
        dfs_pre_order_mut(&mut rewriter, function, start);
    }
    for id in rewriter.0.iter().chain(&reports) {
        replace(&mut module, *id);
    }
    walrus::passes::gc::run(&mut module);

    let users = users(&module, linked.as_ref(), &names);
    if let Some((user, report)) = users.first() {
        bail!("{user} uses {report}, which would trap: it is no panic");
    }
    Ok(module.emit_wasm())
}

/// The paths of functions that use one of these, and of what they use. Where only data
/// leads to it, as from a function that panics to how its values are formatted, it
/// does not count.
fn users(
    module: &Module,
    linked: Option<&Linked>,
    reports: &HashSet<String>,
) -> BTreeSet<(String, String)> {
    let mut users = BTreeSet::new();
    let mut kept = HashSet::new();
    let names: HashMap<_, _> = module
        .funcs
        .iter()
        .filter_map(|function| Some((function.id(), function.name.as_deref()?)))
        .collect();
    for (id, function) in module.funcs.iter_local() {
        let Some(user) = names.get(&id) else { continue };
        kept.insert(*user);
        for used in named_functions(function) {
            if let Some(used) = names.get(&used).filter(|it| reports.contains(**it)) {
                users.insert((path(user), path(used)));
            }
        }
    }
    let Some(linked) = linked else { return users };
    for (owner, named) in References::of(linked).owners() {
        let Item::Function(owner) = owner else {
            continue;
        };
        let name = |index: u32| linked.names.get(&index);
        let Some(user) = name(owner).filter(|it| kept.contains(it.as_str())) else {
            continue;
        };
        for item in named {
            if let Item::Function(index) = item
                && let Some(used) = name(*index).filter(|it| reports.contains(*it))
                && !reports.contains(user)
            {
                users.insert((path(user), path(used)));
            }
        }
    }
    users
}

/// Has a function do nothing but trap.
fn replace(module: &mut Module, id: FunctionId) {
    let ty = module.types.get(module.funcs.get(id).ty());
    let (params, results) = (ty.params().to_vec(), ty.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    builder.func_body().unreachable();
    let arguments = params.iter().map(|param| module.locals.add(*param));
    let body = builder.local_func(arguments.collect());
    let function = module.funcs.get_mut(id);
    if matches!(function.kind, FunctionKind::Local(_)) {
        function.kind = FunctionKind::Local(body);
    }
}

/// The functions that are called.
#[derive(Default)]
struct Calls {
    /// Those after a call of which nothing comes.
    last: HashSet<FunctionId>,
    /// Those after a call of which something does. A function may be in both.
    others: HashSet<FunctionId>,
}

impl Calls {
    /// Adds the calls of a sequence. `ends` are the sequences around it, by whether a
    /// trap comes after a jump to their label, the inner ones last.
    fn find(&mut self, function: &LocalFunction, ends: &mut Vec<(InstrSeqId, bool)>) {
        let Some((sequence, mut traps)) = ends.last().copied() else {
            return;
        };
        for (instruction, _) in function.block(sequence).iter().rev() {
            let mut inner = |sequence, traps| {
                ends.push((sequence, traps));
                self.find(function, ends);
                ends.pop();
            };
            match instruction {
                Instr::Block(block) => inner(block.seq, traps),
                // A jump to its label repeats it.
                Instr::Loop(again) => inner(again.seq, false),
                Instr::IfElse(either) => {
                    inner(either.consequent, traps);
                    inner(either.alternative, traps);
                }
                Instr::Call(call) if traps => _ = self.last.insert(call.func),
                Instr::Call(call) => _ = self.others.insert(call.func),
                _ => {}
            }
            traps = match instruction {
                Instr::Unreachable(_) => true,
                Instr::Br(jump) => ends
                    .iter()
                    .any(|&(label, traps)| label == jump.block && traps),
                _ => false,
            };
        }
    }
}

struct Rewriter(HashSet<FunctionId>);

impl VisitorMut for Rewriter {
    fn visit_instr_mut(&mut self, instruction: &mut Instr, _: &mut InstrLocId) {
        if let Instr::Call(call) = instruction
            && self.0.contains(&call.func)
        {
            *instruction = Unreachable {}.into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::wasm;

    #[test]
    fn a_call_of_the_list_is_a_trap_and_what_only_it_calls_is_gone() {
        let wasm = wasm(
            r#"(module
              (func $run (export "run") (param i32) (result i32)
                (if (local.get 0) (then (call $core::panicking::panic (i32.const 7)) (unreachable)))
                (call $other))
              (func $core::panicking::panic (param i32) (call $format))
              (func $format (call $format))
              (func $other (result i32) (i32.const 5)))"#,
        );
        let trapped = trap(&wasm, None, &List::parse("core::panicking::")).expect("it can be read");
        let module = Module::from_buffer(&trapped).expect("it is a module");
        let names = module.funcs.iter().filter_map(|it| it.name.as_deref());
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        assert_eq!(names, ["other", "run"]);
        let run = module.funcs.by_name("run").expect("it is there");
        let named = crate::module::named_functions(module.funcs.get(run).kind.unwrap_local());
        assert_eq!(named, [module.funcs.by_name("other").expect("it is there")]);
    }

    #[test]
    fn what_is_called_over_the_table_traps_itself() {
        let wasm = wasm(
            r#"(module
              (table 1 funcref)
              (elem (i32.const 0) $fmt)
              (func $run (export "run") (result i32)
                (call_indirect (param i32) (result i32) (i32.const 1) (i32.const 0)))
              (func $fmt (param i32) (result i32) (call $format) (i32.const 0))
              (func $format (call $format)))"#,
        );
        let trapped = trap(&wasm, None, &List::parse("fmt")).expect("it can be read");
        let module = Module::from_buffer(&trapped).expect("it is a module");
        assert!(module.funcs.by_name("format").is_none());
        let fmt = module.funcs.by_name("fmt").expect("it is in the table");
        assert_eq!(module.funcs.get(fmt).kind.unwrap_local().size(), 1);
    }

    #[test]
    fn what_returns_is_used_by_what_panics_only() {
        let wasm = wasm(
            r#"(module
              (func $run (export "run") (result i32) (call $fmt (i32.const 0)))
              (func $fmt (param i32) (result i32) (i32.const 0)))"#,
        );
        let error = trap(&wasm, None, &List::parse("fmt")).expect_err("run uses it");
        assert!(error.to_string().starts_with("run uses fmt"), "{error}");
    }

    #[test]
    fn what_goes_on_after_a_call_is_no_panic_even_without_a_result() {
        let module = |after: &str| {
            wasm(&format!(
                r#"(module
                  (func $run (export "run") (param i32)
                    (block $end
                      (block $trap
                        (br_if $end (local.get 0))
                        (call $report)
                        {after})
                      (unreachable)))
                  (func $report (nop)))"#
            ))
        };
        let list = List::parse("report");
        // A jump to a trap, or the end of the block in front of it.
        for ends in ["(br $trap)", ""] {
            assert!(trap(&module(ends), None, &list).is_ok(), "{ends:?}");
        }
        for goes_on in ["(br $end)", "(br_if $end (local.get 0))"] {
            let error = trap(&module(goes_on), None, &list).expect_err(goes_on);
            assert!(error.to_string().starts_with("run uses report"), "{error}");
        }
    }

    #[test]
    fn without_such_calls_nothing_changes() {
        let wasm = wasm(r#"(module (func $run (export "run")))"#);
        let trapped = trap(&wasm, None, &List::parse("core::panicking::")).expect("it can be read");
        let module = Module::from_buffer(&trapped).expect("it is a module");
        assert_eq!(module.funcs.iter().count(), 1);
    }
}

//! Makes a module that tells which of its functions are called.

use crate::problem::Outcome;
use walrus::{
    FunctionId, ValType,
    ir::{Call, Const, Value},
};

use crate::{emit, late::stable, parse};

/// The watched module, and the names of its functions by the numbers that it
/// tells.
///
/// # Errors
/// Where the module can't be read.
pub fn watch(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, Vec<String>)> {
    let mut module = parse(wasm, glue)?;
    let ty = module.types.add(&[ValType::I32], &[]);
    let (tell, _) = module.add_import_func("late", "called", ty);
    let all: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let mut names = Vec::new();
    for (number, id) in (0..).zip(all) {
        let function = module.funcs.get_mut(id);
        names.push(stable(function.name.as_deref().unwrap_or_default()));
        let function = function.kind.unwrap_local_mut();
        let start = function.entry_block();
        let value = Value::I32(number);
        let told = [Const { value }.into(), Call { func: tell }.into()];
        let told = told.map(|instruction| (instruction, Default::default()));
        function.block_mut(start).instrs.splice(0..0, told);
    }
    Ok((emit(module), names))
}

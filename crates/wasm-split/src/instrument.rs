//! Makes a module that reports which of its functions are called.

use anyhow::Result;
use walrus::{
    FunctionId, ValType,
    ir::{Call, Const, Value},
};

use crate::{Bindgen, glue, parse, strip};

/// The module from which it imports the function to which it reports.
const REPORTS: &str = "instrument";

/// A module that reports.
pub struct Instrumented {
    pub wasm: Vec<u8>,
    pub glue: String,
    /// The symbols of its functions, by the numbers that it reports.
    pub symbols: Vec<String>,
}

/// Has each function of a module report its number to the glue when it is called.
///
/// # Errors
/// Where the module can't be read, or the glue is not written as expected.
pub fn instrument(bindgen: Bindgen) -> Result<Instrumented> {
    let mut module = parse(bindgen)?;
    let ty = module.types.add(&[ValType::I32], &[]);
    let all: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let (report, _) = module.add_import_func(REPORTS, "called", ty);
    let mut symbols = Vec::new();
    for (number, id) in (0..).zip(all) {
        let function = module.funcs.get_mut(id);
        symbols.push(function.name.clone().unwrap_or_default());
        let function = function.kind.unwrap_local_mut();
        let start = function.entry_block();
        let value = Value::I32(number);
        let reported = [Const { value }.into(), Call { func: report }.into()];
        let reported = reported.map(|instruction| (instruction, Default::default()));
        function.block_mut(start).instrs.splice(0..0, reported);
    }
    Ok(Instrumented {
        wasm: strip(module),
        glue: glue::inject_runtime(bindgen.glue, glue::INSTRUMENT_SNIPPET)?,
        symbols,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::wasm;

    #[test]
    fn each_function_reports_its_number() {
        let wasm = wasm(
            r#"(module
              (func $a (export "run") (call $b))
              (func $b))"#,
        );
        let glue = "wasm.run; return { __proto__: null, };";
        let instrumented = instrument(Bindgen { wasm: &wasm, glue }).expect("it can be");
        let mut symbols = instrumented.symbols.clone();
        symbols.sort();
        assert_eq!(symbols, ["a", "b"]);
        assert!(instrumented.glue.contains("wasmSplitCalled"));
        let module = walrus::Module::from_buffer(&instrumented.wasm).expect("it is a module");
        let report = module
            .imports
            .get_func(REPORTS, "called")
            .expect("it is imported");
        for (_, function) in module.funcs.iter_local() {
            let named = crate::module::named_functions(function);
            assert_eq!(named.first(), Some(&report));
        }
    }
}

//! Short names for what the wasm and its glue pass each other. wasm-bindgen's
//! carry hashes, which no compression makes small.

use std::collections::HashSet;

use walrus::Module;

/// The module of imports, in the words of the glue.
const MODULE: &str = "glue";

/// Gives imports and exports short names in both.
pub fn shorten(module: &mut Module, glue: &str) -> String {
    let mut glue = glue.to_owned();
    let mut names = Names::default();
    let imports: Vec<_> = module.imports.iter().map(|import| import.id()).collect();
    for id in imports {
        let import = module.imports.get_mut(id);
        let block = format!("\"{}\": import0", import.module);
        let entry = format!(" {}: function(", import.name);
        let is_known = glue.contains(&block) || glue.contains(&format!("{MODULE}: import0"));
        if !(is_known && import.module.starts_with("./") && glue.matches(&entry).count() == 1) {
            continue;
        }
        let short = names.next();
        glue = glue.replace(&entry, &format!(" {short}: function("));
        glue = glue.replace(&block, &format!("{MODULE}: import0"));
        import.name = short;
        MODULE.clone_into(&mut import.module);
    }
    // The longest first, since one name may begin another.
    let mut exports: Vec<_> = module
        .exports
        .iter()
        .map(|export| (export.name.clone(), export.id()))
        .filter(|(name, _)| name.contains("__"))
        .collect();
    exports.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let taken: HashSet<String> = module.exports.iter().map(|it| it.name.clone()).collect();
    for (name, id) in exports {
        let call = format!("wasm.{name}");
        if !glue.contains(&call) {
            continue;
        }
        let free = std::iter::repeat_with(|| names.next()).find(|name| !taken.contains(name));
        if let Some(short) = free {
            glue = glue.replace(&call, &format!("wasm.{short}"));
            module.exports.get_mut(id).name = short;
        }
    }
    glue
}

/// Names one after the other: `a` to `z`, `ba`, `bb` and so on.
#[derive(Default)]
struct Names(u32);

impl Names {
    fn next(&mut self) -> String {
        let mut number = self.0;
        self.0 += 1;
        let mut name = String::new();
        loop {
            let letter = char::from_u32(u32::from(b'a') + number % 26);
            name.insert(0, letter.unwrap_or('_'));
            number /= 26;
            if number == 0 {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_know_the_same_short_names() {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        let (function, _) = module.add_import_func("./a_bg.js", "__wbg_x_0123", ty);
        module.add_import_func("./other.js", "x", ty);
        module.exports.add("__wbindgen_start", function);
        module.exports.add("memory", function);
        let glue = "const import0 = {\n __wbg_x_0123: function() {} };\n \
            return { \"./a_bg.js\": import0 }; wasm.__wbindgen_start(); wasm.memory";
        let short = "const import0 = {\n a: function() {} };\n \
            return { glue: import0 }; wasm.b(); wasm.memory";
        assert_eq!(shorten(&mut module, glue), short);
        assert!(module.imports.find("glue", "a").is_some());
        assert!(module.imports.find("./other.js", "x").is_some());
        let names: Vec<_> = module.exports.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["b", "memory"]);
    }

    #[test]
    fn names_are_never_the_same() {
        let mut names = Names::default();
        let all: HashSet<String> = (0..1000).map(|_| names.next()).collect();
        assert_eq!(all.len(), 1000);
        assert!(all.iter().all(|name| name.len() <= 3));
    }
}

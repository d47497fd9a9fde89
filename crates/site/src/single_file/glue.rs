//! The glue of a program as a classic script: modules are refused on `file://`.

use anyhow::{Context, Result, bail};

/// Makes a module an expression: a function that runs it and gives what it
/// exports. The module is one that wasm-bindgen has written, shortened.
///
/// # Errors
/// Where it has something in it that only a module can.
pub fn as_function(module: &str) -> Result<String> {
    let mut names: Vec<(String, String)> = Vec::new();
    let mut body = String::new();
    let mut rest = module;
    while let Some((before, after)) = split_export(rest) {
        body.push_str(before);
        if let Some(list) = after.strip_prefix('{') {
            let (list, behind) = list.split_once('}').context(UNKNOWN)?;
            for entry in list
                .split(',')
                .map(str::trim)
                .filter(|entry| !entry.is_empty())
            {
                let (inner, outer) = entry.split_once(" as ").unwrap_or((entry, entry));
                names.push((outer.trim().to_owned(), inner.trim().to_owned()));
            }
            rest = behind.trim_start_matches(';');
        } else {
            let declared = after.trim_start();
            let declared = declared.strip_prefix("async ").unwrap_or(declared);
            let name = declared.strip_prefix("function ").context(UNKNOWN)?;
            let end = name.find('(').context(UNKNOWN)?;
            let name = name.get(..end).unwrap_or_default().trim().to_owned();
            names.push((name.clone(), name));
            body.push(' ');
            rest = after;
        }
    }
    body.push_str(rest);
    // Where the wasm would be if nobody said; we always do.
    let body = body.replace("import.meta.url", "document.baseURI");
    if names.iter().all(|(outer, _)| outer != "default") || body.contains("import.meta") {
        bail!(UNKNOWN);
    }
    let exports: Vec<_> = names
        .iter()
        .map(|(outer, inner)| format!("\"{outer}\":{inner}"))
        .collect();
    Ok(format!(
        "function(){{\"use strict\";{body};return{{{}}}}}",
        exports.join(",")
    ))
}

/// What is before and behind the next word `export` that is not part of a name.
fn split_export(text: &str) -> Option<(&str, &str)> {
    const WORD: &str = "export";
    let in_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '$' | '.');
    text.match_indices(WORD).find_map(|(place, _)| {
        let (before, after) = (text.get(..place)?, text.get(place + WORD.len()..)?);
        let stands = !before.ends_with(in_name) && after.starts_with(['{', ' ']);
        stands.then_some((before, after))
    })
}

const UNKNOWN: &str = "the JavaScript that wasm-bindgen has written is not as explorer.html \
    needs it; see crates/site/src/single_file/glue.rs";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_module_exports_is_given_by_the_function() {
        let module = "let wasm;a.__wbindgen_export2(1);function init(){new URL('a',import.meta.url)}\
            export{sync,init as default};export function open(a){return a}";
        let made = as_function(module).expect("it is such a module");
        assert_eq!(
            made,
            "function(){\"use strict\";let wasm;a.__wbindgen_export2(1);function init(){new \
             URL('a',document.baseURI)}  function open(a){return a};\
             return{\"sync\":sync,\"default\":init,\"open\":open}}"
        );
    }

    #[test]
    fn what_cannot_be_made_one_is_a_problem() {
        for module in [
            "",
            "export{a}",
            "export default function(){}",
            "export const a=1;export{b as default}",
            "export{a as default};import.meta.env",
        ] {
            assert!(as_function(module).is_err(), "{module}");
        }
    }
}

//! Names of functions.

/// What wasm-bindgen adds to the name of an import that it wraps.
const SHIM: &str = " externref shim";

/// The path by which patterns know a function: the demangled symbol, without the
/// hashes that differ from build to build, and without the brackets around the
/// type that a method belongs to. So `<app::Type as Trait>::method` becomes
/// `app::Type as Trait::method`.
pub fn path(symbol: &str) -> String {
    let symbol = symbol.strip_suffix(SHIM).unwrap_or(symbol);
    let mut path = format!("{:#}", rustc_demangle::demangle(symbol));
    while let Some(inner) = path.strip_prefix('<') {
        let Some(end) = closing(inner) else { break };
        path = format!("{}{}", &inner[..end], &inner[end + 1..]);
    }
    path
}

/// Where the bracket closes that was opened before this text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut previous = ' ';
    for (place, letter) in text.char_indices() {
        match letter {
            '<' => depth += 1,
            // The arrow of a function type closes nothing.
            '>' if previous == '-' => {}
            '>' if depth == 0 => return Some(place),
            '>' => depth -= 1,
            _ => {}
        }
        previous = letter;
    }
    None
}

/// The module of a path: all in front of the first part that is no plain name.
pub fn module(path: &str) -> &str {
    let end = path.find(['<', ' ', '{', '[', '(', '>']);
    let plain = &path[..end.unwrap_or(path.len())];
    plain.rsplit_once("::").map_or(plain, |(module, _)| module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_neither_hashes_nor_outer_brackets() {
        for (symbol, expected) in [
            ("_RNvNtCs1234_7mycrate3foo3bar", "mycrate::foo::bar"),
            ("_ZN1a1b17h0fa00bebb395c2ddE", "a::b"),
            (
                "_RNvNtCs1234_7mycrate3foo3bar externref shim",
                "mycrate::foo::bar",
            ),
            ("<a::B>::c", "a::B::c"),
            ("<a::B<u8> as c::D>::e", "a::B<u8> as c::D::e"),
            (
                "<<a::B>::c::{closure#0} as F<()>>::d",
                "a::B::c::{closure#0} as F<()>::d",
            ),
            ("<fn() -> u8 as c::D>::e", "fn() -> u8 as c::D::e"),
            ("<a", "<a"),
            ("", ""),
        ] {
            assert_eq!(path(symbol), expected);
        }
    }

    #[test]
    fn the_module_of_a_path() {
        for (path, expected) in [
            ("a::b::c", "a::b"),
            ("a::b::C as d::E::f", "a::b"),
            ("a::b::C<x::Y>::f", "a::b"),
            ("a::b::c::{closure#0}", "a::b::c"),
            ("memcpy", "memcpy"),
        ] {
            assert_eq!(module(path), expected);
        }
    }
}

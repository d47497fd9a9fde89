//! Reads a module as the linker left it with `--emit-relocs`: its functions, its
//! data, and which of them names which
//! (<https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>).

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use anyhow::{Context as _, Result, ensure};
use wasmparser::{
    BinaryReader, Data, DataKind, KnownCustom, Linking, Name, NameSectionReader, Operator, Parser,
    Payload, RelocSectionReader, RelocationEntry, SymbolInfo, TypeRef,
};

/// The segments that are never written to.
const CONSTANT: &str = ".rodata";

/// How the name of a source file ends.
const SOURCE_FILE: &[u8] = b".rs\0";

/// The data of a symbol: its segment, and where in it.
pub struct Datum {
    pub segment: u32,
    pub range: Range<u32>,
}

/// A segment of data.
pub struct Segment {
    /// Where in the section of data its bytes are.
    pub range: Range<usize>,
    /// Where in memory they go.
    pub address: u32,
}

/// What is read of a linked module.
#[derive(Default)]
pub struct Linked {
    /// How many functions are imported.
    pub imported: u32,
    /// Where each defined function is in the section of code.
    pub bodies: Vec<Range<usize>>,
    /// The symbols of functions as the name section has them, by index.
    pub names: HashMap<u32, String>,
    /// The indices of functions, by symbol.
    pub functions: HashMap<u32, u32>,
    pub segments: Vec<Segment>,
    /// The segments that are never written to.
    pub constant: HashSet<u32>,
    /// The data of symbols.
    pub data: BTreeMap<u32, Datum>,
    /// Where in the constant data the name of a source file ends.
    pub source_files: HashSet<u32>,
    /// Where in the section of code a symbol is named.
    pub code_relocations: Vec<RelocationEntry>,
    /// Where in the section of data a symbol is named.
    pub data_relocations: Vec<RelocationEntry>,
}

/// A section that relocations may be about: its number, and where it starts.
#[derive(Clone, Copy)]
struct Section {
    number: u32,
    start: usize,
}

impl Linked {
    /// Reads a module.
    ///
    /// # Errors
    /// Where it is not a module, or one without relocations.
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let linked = Self::parse(wasm).context("The linked wasm can't be read")?;
        ensure!(
            !linked.data.is_empty() && !linked.code_relocations.is_empty(),
            "The linked wasm has no relocations: link it with --emit-relocs \
             (`cargo::rustc-link-arg-bins=--emit-relocs` in build.rs)."
        );
        Ok(linked)
    }

    fn parse(wasm: &[u8]) -> wasmparser::Result<Self> {
        let mut linked = Self::default();
        let mut number = 0;
        let (mut code, mut data) = (None, None);
        let mut relocations = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let is_section = payload.as_section().is_some();
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        linked.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    let start = range.start;
                    code = Some(Section { number, start });
                }
                Payload::CodeSectionEntry(body) => {
                    let start = code.map_or(0, |code| code.start);
                    let range = body.range();
                    linked.bodies.push(range.start - start..range.end - start);
                }
                Payload::DataSection(segments) => {
                    let start = segments.range().start;
                    data = Some(Section { number, start });
                    for segment in segments {
                        linked.add_segment(&segment?, start)?;
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(names) => linked.add_names(names)?,
                    KnownCustom::Linking(parts) => {
                        for part in parts {
                            linked.add_linking(part?)?;
                        }
                    }
                    _ if section.name().starts_with("reloc.") => {
                        relocations.push((section.data(), section.data_offset()));
                    }
                    _ => {}
                },
                _ => {}
            }
            number += u32::from(is_section);
        }
        for (bytes, offset) in relocations {
            let section = RelocSectionReader::new(BinaryReader::new(bytes, offset))?;
            let is_of = |other: Option<Section>| {
                other.is_some_and(|other| other.number == section.section_index())
            };
            let entries = || {
                section
                    .entries()
                    .into_iter()
                    .collect::<wasmparser::Result<Vec<_>>>()
            };
            if is_of(code) {
                linked.code_relocations = entries()?;
            } else if is_of(data) {
                linked.data_relocations = entries()?;
            }
        }
        Ok(linked)
    }

    /// Takes a segment of data; `section` is where the section starts.
    fn add_segment(&mut self, segment: &Data, section: usize) -> wasmparser::Result<()> {
        let mut address = 0;
        if let DataKind::Active { offset_expr, .. } = &segment.kind
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
        {
            address = value.cast_unsigned();
        }
        let start = segment.range.end - segment.data.len() - section;
        let windows = segment.data.windows(SOURCE_FILE.len()).enumerate();
        let ends = windows.filter(|(_, letters)| *letters == SOURCE_FILE);
        self.source_files
            .extend(ends.map(|(place, _)| (place + SOURCE_FILE.len()) as u32));
        let range = start..start + segment.data.len();
        self.segments.push(Segment { range, address });
        Ok(())
    }

    fn add_names(&mut self, names: NameSectionReader) -> wasmparser::Result<()> {
        for name in names {
            if let Name::Function(functions) = name? {
                for function in functions {
                    let function = function?;
                    self.names.insert(function.index, function.name.to_owned());
                }
            }
        }
        Ok(())
    }

    fn add_linking(&mut self, part: Linking) -> wasmparser::Result<()> {
        match part {
            Linking::SegmentInfo(segments) => {
                for (index, segment) in (0..).zip(segments) {
                    if segment?.name.starts_with(CONSTANT) {
                        self.constant.insert(index);
                    }
                }
            }
            Linking::SymbolTable(symbols) => {
                for (symbol, info) in (0..).zip(symbols) {
                    match info? {
                        SymbolInfo::Func { index, .. } => {
                            self.functions.insert(symbol, index);
                        }
                        SymbolInfo::Data {
                            symbol: Some(data), ..
                        } => {
                            let range = data.offset..data.offset + data.size;
                            let segment = data.index;
                            self.data.insert(symbol, Datum { segment, range });
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_without_relocations_is_refused() {
        let empty = b"\0asm\x01\0\0\0";
        let error = Linked::read(empty).err().expect("it has none");
        assert!(error.to_string().contains("--emit-relocs"), "{error}");
        assert!(Linked::read(b"").is_err());
    }
}

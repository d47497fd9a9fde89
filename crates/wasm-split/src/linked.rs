//! Reads a module as the linker left it: its functions and data, and the notes
//! on which of them names which data
//! (<https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>).

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use wasmparser::{
    BinaryReader, Data, DataKind, KnownCustom, Linking, Name, NameSectionReader, Operator, Parser,
    Payload, RelocSectionReader, RelocationEntry, Result, SymbolInfo, TypeRef,
};

use crate::late::stable;

/// Data that is never written to.
const CONSTANT: &str = ".rodata";

/// How the name of a source file ends.
const FILE: &[u8] = b".rs\0";

/// A symbol of data: its segment, and where in it.
pub struct Piece {
    pub segment: u32,
    pub range: Range<u32>,
}

/// What is read of a linked module.
#[derive(Default)]
pub struct Linked {
    /// How many functions are imported.
    pub imported: usize,
    /// Where each defined function is in its section.
    pub bodies: Vec<Range<usize>>,
    /// The names of the functions, without hashes.
    pub names: HashMap<u32, String>,
    /// Where in the section of data each segment begins, and at which address.
    pub segments: Vec<(Range<usize>, u32)>,
    /// The segments that are never written to.
    pub constant: HashSet<u32>,
    /// The pieces of data by their symbols.
    pub pieces: BTreeMap<u32, Piece>,
    /// Where in the constant data a name of a source file ends.
    pub files: HashSet<u32>,
    /// Where in the section of functions a symbol is named.
    pub code: Vec<RelocationEntry>,
    /// Where in the section of data a symbol is named.
    pub data: Vec<RelocationEntry>,
}

/// A section that notes may be about: its number, and where it starts.
#[derive(Clone, Copy)]
struct Section {
    number: u32,
    start: usize,
}

impl Linked {
    /// Reads a module; what it lacks is empty.
    ///
    /// # Errors
    /// Where it is not a module.
    pub fn read(wasm: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let mut number = 0;
        let (mut code, mut data) = (None, None);
        let mut notes = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            let is_section = payload.as_section().is_some();
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        linked.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
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
                        linked.add(&segment?, start)?;
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(names) => linked.name(names)?,
                    KnownCustom::Linking(parts) => {
                        for part in parts {
                            linked.note(part?)?;
                        }
                    }
                    _ if section.name().starts_with("reloc.") => {
                        notes.push((section.data(), section.data_offset()));
                    }
                    _ => {}
                },
                _ => {}
            }
            number += u32::from(is_section);
        }
        for (bytes, offset) in notes {
            let notes = RelocSectionReader::new(BinaryReader::new(bytes, offset))?;
            let is_of = |section: Option<Section>| {
                section.is_some_and(|section| section.number == notes.section_index())
            };
            let entries = || notes.entries().into_iter().collect::<Result<Vec<_>>>();
            if is_of(code) {
                linked.code = entries()?;
            } else if is_of(data) {
                linked.data = entries()?;
            }
        }
        Ok(linked)
    }

    /// Takes a segment of data; `section` is where the section starts.
    fn add(&mut self, segment: &Data, section: usize) -> Result<()> {
        let mut address = 0;
        if let DataKind::Active { offset_expr, .. } = &segment.kind
            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
        {
            address = value.cast_unsigned();
        }
        let start = segment.range.end - segment.data.len() - section;
        let windows = segment.data.windows(FILE.len()).enumerate();
        let ends = windows.filter(|(_, letters)| *letters == FILE);
        let ends = ends.map(|(place, _)| (place + FILE.len()) as u32);
        self.files.extend(ends);
        let range = start..start + segment.data.len();
        self.segments.push((range, address));
        Ok(())
    }

    /// Takes the names of the functions.
    fn name(&mut self, names: NameSectionReader) -> Result<()> {
        for name in names {
            if let Name::Function(functions) = name? {
                for function in functions {
                    let function = function?;
                    let name = rustc_demangle::demangle(function.name).to_string();
                    self.names.insert(function.index, stable(&name));
                }
            }
        }
        Ok(())
    }

    /// Takes what the linker says of segments and symbols.
    fn note(&mut self, part: Linking) -> Result<()> {
        match part {
            Linking::SegmentInfo(segments) => {
                for (place, segment) in (0..).zip(segments) {
                    if segment?.name.starts_with(CONSTANT) {
                        self.constant.insert(place);
                    }
                }
            }
            Linking::SymbolTable(symbols) => {
                for (place, symbol) in (0..).zip(symbols) {
                    if let SymbolInfo::Data {
                        symbol: Some(data), ..
                    } = symbol?
                    {
                        let range = data.offset..data.offset + data.size;
                        let segment = data.index;
                        self.pieces.insert(place, Piece { segment, range });
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

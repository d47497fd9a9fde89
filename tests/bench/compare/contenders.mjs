// Who takes part, and how it is asked. Each has a module in `engines/` with
//   prepare(documents, sizes)  what is made ready before time is taken
//   build(prepared)            the index; gives ask(text, chosen)
//   ask(text, chosen)          { total, counts, first }: how many documents
//                              match, how many for each value of each facet,
//                              the ids of the best 20

// `most` is the largest size at which one is measured: the slowest would take
// most of the run beyond it.

export const OURS = "explorer";
export const SHIPPED = "explorer, as shipped";
export const REFERENCE = "bitset reference";

export const contenders = [
  { name: REFERENCE, module: "bitset", how: "plain JavaScript without a library" },
  { name: OURS, module: "explorer", wasm: "speed", how: "wasm, optimised for speed" },
  { name: SHIPPED, module: "explorer", wasm: "shipped", how: "wasm, optimised for size as the page is" },
  { name: "FlexSearch", module: "flexsearch", library: "flexsearch", how: "`Index`, `tokenize: \"forward\"`, no limit" },
  { name: "MiniSearch", module: "minisearch", library: "minisearch", how: "`prefix`, `combineWith: \"AND\"`" },
  { name: "Orama", module: "orama", library: "@orama/orama", how: "`threshold: 0`, all hits", most: 10_000 },
  { name: "lunr", module: "lunr", library: "lunr", how: "`+word*`, without stemmer and stop words", most: 10_000 },
  { name: "ItemsJS", module: "itemsjs", library: "itemsjs", how: "its own facets and its own lunr, `+word*`, `isExactSearch`", most: 10_000 },
  {
    name: "Fuse.js",
    module: "fuse",
    library: "fuse.js",
    how: "extended search, `'word` for each word, which may stand anywhere; it scans, without an index",
    scans: true,
    most: 10_000,
  },
];

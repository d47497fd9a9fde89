// Our engine as wasm. Its texts are handed over before the index is built: in
// the page they are part of the wasm and never cross the border.

import { createRequire } from "node:module";
import { join } from "node:path";

const { Engine, memory_size } = createRequire(import.meta.url)(join(process.env.EXPLORER_WASM, "search_wasm.js"));

let engine;

// All its memory, the texts included, is that of the wasm.
export const memory = memory_size;

export function prepare(documents, sizes) {
  engine?.free();
  engine = new Engine(Uint32Array.from(sizes));
  for (const { text, values } of documents) engine.add(text, flat(values));
  return sizes;
}

export function build(sizes) {
  engine.build();
  const end = 1 + sizes.reduce((sum, size) => sum + size, 0);
  return (text, chosen) => {
    const answer = engine.ask(text, flat(chosen));
    return { total: answer[0], counts: answer.subarray(1, end), first: answer.subarray(end) };
  };
}

// For each facet the number of its values, then these.
function flat(values) {
  const out = [];
  for (let facet = 0; facet < values.length; facet += 1) {
    out.push(values[facet].length, ...values[facet]);
  }
  return Uint32Array.from(out);
}

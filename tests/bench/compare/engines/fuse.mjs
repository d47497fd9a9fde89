import Fuse from "fuse.js";
import { Tally } from "../tally.mjs";

const id = (hit) => hit.refIndex;

export function prepare(documents, sizes) {
  return { documents, sizes };
}

// `'word` is an exact match anywhere; it has no match at the beginning of a word.
export function build({ documents, sizes }) {
  const index = new Fuse(documents, { keys: ["text"], useExtendedSearch: true, ignoreLocation: true });
  const tally = new Tally(documents, sizes);
  const asked = (text) => text.split(" ").map((word) => `'${word}`).join(" ");
  return (text, chosen) => tally.answer(index.search(asked(text)), id, chosen);
}

import { Index } from "flexsearch";
import { Tally } from "../tally.mjs";

const ASK = { limit: Infinity };
const id = (hit) => hit;

export function prepare(documents, sizes) {
  return { documents, sizes };
}

export function build({ documents, sizes }) {
  const index = new Index({ tokenize: "forward" });
  for (const one of documents) index.add(one.id, one.text);
  const tally = new Tally(documents, sizes);
  return (text, chosen) => tally.answer(index.search(text, ASK), id, chosen);
}

import MiniSearch from "minisearch";
import { Tally } from "../tally.mjs";

const ASK = { prefix: true, combineWith: "AND" };
const id = (hit) => hit.id;

export function prepare(documents, sizes) {
  return { documents, sizes };
}

export function build({ documents, sizes }) {
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(documents);
  const tally = new Tally(documents, sizes);
  return (text, chosen) => tally.answer(index.search(text, ASK), id, chosen);
}

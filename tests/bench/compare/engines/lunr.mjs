import lunr from "lunr";
import { Tally } from "../tally.mjs";

const id = (hit) => Number(hit.ref);

export function prepare(documents, sizes) {
  return { documents, sizes };
}

// A word with a wildcard is not stemmed, so the index must not be either.
export function build({ documents, sizes }) {
  const index = lunr(function () {
    this.pipeline.remove(lunr.stemmer);
    this.pipeline.remove(lunr.stopWordFilter);
    this.ref("id");
    this.field("text");
    for (const one of documents) this.add(one);
  });
  const tally = new Tally(documents, sizes);
  return (text, chosen) => tally.answer(index.search(required(text)), id, chosen);
}

export function required(text) {
  return text.split(" ").map((word) => `+${word}*`).join(" ");
}

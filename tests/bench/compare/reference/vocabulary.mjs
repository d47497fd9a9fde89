// All words of all documents, sorted, so that those with a common beginning
// stand side by side; and where each stands how often.

import { bits, insert, unite } from "./bits.mjs";

// Apostrophes do not part words, hyphens do.
export function tokens(text) {
  return text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

export class Vocabulary {
  constructor(documents) {
    const lists = new Map();
    this.lengths = new Float32Array(documents.length);
    for (const { id, text } of documents) {
      const words = tokens(text);
      this.lengths[id] = words.length;
      for (const word of words) note(lists, word, id);
    }
    this.words = [...lists.keys()].sort();
    const sorted = this.words.map((word) => lists.get(word));
    this.starts = new Uint32Array(sorted.length + 1);
    sorted.forEach((list, at) => { this.starts[at + 1] = this.starts[at] + list.documents.length; });
    this.documents = new Uint32Array(this.starts[sorted.length]);
    this.times = new Uint16Array(this.starts[sorted.length]);
    sorted.forEach((list, at) => {
      this.documents.set(list.documents, this.starts[at]);
      this.times.set(list.times, this.starts[at]);
    });
    this.sets = sorted.map((list) => frequent(list.documents, documents.length));
  }

  // The words that begin with a prefix, as positions.
  range(prefix) {
    const start = this.before((word) => word < prefix);
    return [start, this.before((word) => word < prefix || word.startsWith(prefix))];
  }

  before(smaller) {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (smaller(this.words[middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // Makes `set` the documents that have a word of the range.
  carriers([start, stop], set) {
    set.fill(0);
    for (let word = start; word < stop; word += 1) {
      if (this.sets[word] !== null) {
        unite(set, this.sets[word]);
      } else {
        for (let at = this.starts[word]; at < this.starts[word + 1]; at += 1) insert(set, this.documents[at]);
      }
    }
  }
}

function note(lists, word, document) {
  let list = lists.get(word);
  if (list === undefined) {
    list = { documents: [], times: [] };
    lists.set(word, list);
  }
  const last = list.documents.length - 1;
  if (list.documents[last] === document) {
    list.times[last] += 1;
  } else {
    list.documents.push(document);
    list.times.push(1);
  }
}

// A word with more documents than a set has numbers is faster as a set.
function frequent(documents, size) {
  const set = bits(size);
  if (documents.length < set.length) return null;
  for (const document of documents) insert(set, document);
  return set;
}

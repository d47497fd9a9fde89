// The reference: what plain JavaScript reaches without a library. A sorted
// vocabulary, a range of it for each prefix, sets of documents as bits, counts
// by counting bits, the best 20 by BM25.

import { bits, count, countBoth, insert, intersect, members, unite } from "../reference/bits.mjs";
import { Ranking } from "../reference/ranking.mjs";
import { Vocabulary } from "../reference/vocabulary.mjs";

export function prepare(documents, sizes) {
  return { documents, sizes };
}

export function build({ documents, sizes }) {
  const index = new Index(documents, sizes);
  return (text, chosen) => index.ask(text, chosen);
}

class Index {
  constructor(documents, sizes) {
    const empty = () => bits(documents.length);
    this.vocabulary = new Vocabulary(documents);
    this.ranking = new Ranking(this.vocabulary);
    this.facets = sizes.map((size) => Array.from({ length: size }, empty));
    for (const { id, values } of documents) {
      values.forEach((list, facet) => list.forEach((value) => insert(this.facets[facet][value], id)));
    }
    this.counts = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
    this.term = empty();
    this.found = empty();
    this.match = empty();
    this.others = empty();
    this.choices = sizes.map(empty);
  }

  ask(text, chosen) {
    const ranges = text.split(" ").map((prefix) => this.vocabulary.range(prefix));
    const carriers = this.find(ranges);
    this.choose(chosen);
    this.narrow(this.match, chosen, null);
    this.count(chosen);
    const total = count(this.match);
    const first = this.ranking.rank(members(this.match, total), ranges, carriers);
    return { total, counts: this.counts, first };
  }

  // The documents with all words; gives how many there are for each word.
  find(ranges) {
    return ranges.map((range, place) => {
      this.vocabulary.carriers(range, this.term);
      if (place === 0) this.found.set(this.term);
      else intersect(this.found, this.term);
      return count(this.term);
    });
  }

  choose(chosen) {
    chosen.forEach((values, facet) => {
      if (values.length === 0) return;
      this.choices[facet].fill(0);
      for (const value of values) unite(this.choices[facet], this.facets[facet][value]);
    });
  }

  // Makes `set` what is found and chosen in all facets, one left aside.
  narrow(set, chosen, aside) {
    set.set(this.found);
    chosen.forEach((values, facet) => {
      if (values.length > 0 && facet !== aside) intersect(set, this.choices[facet]);
    });
  }

  count(chosen) {
    let place = 0;
    this.facets.forEach((values, facet) => {
      let set = this.match;
      if (chosen[facet].length > 0) {
        this.narrow(this.others, chosen, facet);
        set = this.others;
      }
      for (const carriers of values) {
        this.counts[place] = countBoth(set, carriers);
        place += 1;
      }
    });
  }
}

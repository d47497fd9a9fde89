// Totals, counts and the first ids for engines that only give the documents
// that a text finds: one pass over these, in their order.

const FIRST = 20;

export class Tally {
  constructor(documents, sizes) {
    this.sizes = sizes;
    // The values of all facets are numbered through.
    this.starts = [];
    let values = 0;
    for (const size of sizes) {
      this.starts.push(values);
      values += size;
    }
    this.facets = new Uint8Array(values);
    sizes.forEach((size, facet) => this.facets.fill(facet, this.starts[facet], this.starts[facet] + size));
    this.counts = new Uint32Array(values);
    this.wanted = new Uint8Array(values);
    this.first = new Uint32Array(FIRST);

    const lists = documents.map((one) =>
      one.values.flatMap((list, facet) => list.map((value) => this.starts[facet] + value)));
    this.values = Uint16Array.from(lists.flat());
    this.ends = new Uint32Array(lists.length + 1);
    lists.forEach((list, id) => { this.ends[id + 1] = this.ends[id] + list.length; });
  }

  // `found` has all documents that the text finds, best first; `id` reads one.
  answer(found, id, chosen) {
    const asked = this.want(chosen);
    this.counts.fill(0);
    const total = asked === 0 ? this.all(found, id) : this.some(found, id, asked);
    return { total, counts: this.counts, first: this.first.subarray(0, Math.min(FIRST, total)) };
  }

  // Marks the chosen values; gives the facets in which there is a choice, as bits.
  want(chosen) {
    let asked = 0;
    this.wanted.fill(0);
    for (let facet = 0; facet < chosen.length; facet += 1) {
      for (const value of chosen[facet]) {
        this.wanted[this.starts[facet] + value] = 1;
        asked |= 1 << facet;
      }
    }
    return asked;
  }

  all(found, id) {
    const { counts, values, ends, first } = this;
    for (let place = 0; place < found.length; place += 1) {
      const document = id(found[place]);
      for (let at = ends[document]; at < ends[document + 1]; at += 1) counts[values[at]] += 1;
      if (place < FIRST) first[place] = document;
    }
    return found.length;
  }

  // A facet's own choice is left aside when its values are counted: a document
  // that fails in one facet only still counts there.
  some(found, id, asked) {
    const { counts, values, ends, first, wanted, facets } = this;
    let total = 0;
    for (let place = 0; place < found.length; place += 1) {
      const document = id(found[place]);
      let missing = asked;
      for (let at = ends[document]; at < ends[document + 1]; at += 1) {
        if (wanted[values[at]] === 1) missing &= ~(1 << facets[values[at]]);
      }
      if (missing === 0) {
        for (let at = ends[document]; at < ends[document + 1]; at += 1) counts[values[at]] += 1;
        if (total < FIRST) first[total] = document;
        total += 1;
      } else if ((missing & (missing - 1)) === 0) {
        for (let at = ends[document]; at < ends[document + 1]; at += 1) {
          if (missing === 1 << facets[values[at]]) counts[values[at]] += 1;
        }
      }
    }
    return total;
  }
}

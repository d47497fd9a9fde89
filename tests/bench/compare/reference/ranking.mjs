// The best 20 by Okapi BM25; a term is all words that begin with it.

const FIRST = 20;
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

export class Ranking {
  constructor(vocabulary) {
    this.vocabulary = vocabulary;
    const { lengths, documents, times } = vocabulary;
    const usual = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
    this.damping = lengths.map(
      (length) => SATURATION * (1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / usual));
    this.weights = Float32Array.from(times, (count, at) =>
      (count * (SATURATION + 1)) / (count + this.damping[documents[at]]));
    this.scores = new Float32Array(lengths.length);
    this.times = new Uint32Array(lengths.length);
    this.best = new Float32Array(FIRST);
    this.first = new Uint32Array(FIRST);
  }

  // The best of `found`; each term is a range of the vocabulary that so many
  // `carriers` have.
  rank(found, ranges, carriers) {
    this.scores.fill(0);
    for (let term = 0; term < ranges.length; term += 1) {
      const rarity = Math.log(1 + (this.scores.length - carriers[term] + 0.5) / (carriers[term] + 0.5));
      const [start, stop] = ranges[term];
      if (stop - start === 1) this.addWord(start, rarity);
      else this.addWords(found, start, stop, rarity * (SATURATION + 1));
    }
    return this.top(found);
  }

  addWord(word, rarity) {
    const { scores, weights } = this;
    const { starts, documents } = this.vocabulary;
    for (let at = starts[word]; at < starts[word + 1]; at += 1) scores[documents[at]] += rarity * weights[at];
  }

  // Words of one term count as one word, so their number must be known first.
  addWords(found, start, stop, most) {
    const { scores, times, damping } = this;
    const { starts, documents, times: counts } = this.vocabulary;
    for (let at = starts[start]; at < starts[stop]; at += 1) times[documents[at]] += counts[at];
    for (let place = 0; place < found.length; place += 1) {
      const document = found[place];
      scores[document] += (most * times[document]) / (times[document] + damping[document]);
    }
    for (let at = starts[start]; at < starts[stop]; at += 1) times[documents[at]] = 0;
  }

  // By insertion: few documents get past the 20th best of those before them.
  top(found) {
    const { scores, best, first } = this;
    let length = 0;
    for (let place = 0; place < found.length; place += 1) {
      const score = scores[found[place]];
      if (length === FIRST && score <= best[FIRST - 1]) continue;
      let at = length === FIRST ? FIRST - 1 : length;
      for (; at > 0 && best[at - 1] < score; at -= 1) {
        best[at] = best[at - 1];
        first[at] = first[at - 1];
      }
      best[at] = score;
      first[at] = found[place];
      if (length < FIRST) length += 1;
    }
    return first.subarray(0, length);
  }
}

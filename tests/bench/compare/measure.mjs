// Measures one engine on one corpus, in a process of its own, and prints what
// came out as one line of JSON.
//
// measure.mjs CORPUS ENGINE ROUNDS BUILDS

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

// A batch of the same query is repeated until it takes so long, in ms.
const BATCH = 4;
// A query that has taken so long has no further round, in ms.
const ENOUGH = 300;

const [corpusFile, engineFile, rounds, builds] = process.argv.slice(2);
const { documents, sizes } = JSON.parse(readFileSync(corpusFile, "utf8"));
const queries = JSON.parse(readFileSync(new URL("../queries.json", import.meta.url), "utf8"));
const engine = await import(engineFile);
// What comes out is used, so that no part of the work can be left out.
let sum = 0;

const { ask, build, memory } = measureBuild(Number(builds));
const answers = queries.map(({ text, chosen }) => copy(ask(text, chosen)));
const times = measureQueries(Number(rounds));
process.stdout.write(JSON.stringify({ build, memory, answers, times }));

// Builds some times; what has to be made ready for it is not counted, neither
// as time nor, where it is on the heap, as memory.
function measureBuild(times) {
  const taken = [];
  let memory;
  let ask;
  for (let round = 0; round < times; round += 1) {
    ask = undefined;
    const prepared = engine.prepare(documents, sizes);
    const before = used();
    const start = performance.now();
    ask = engine.build(prepared);
    taken.push(performance.now() - start);
    memory ??= engine.memory?.() ?? used() - before;
  }
  return { ask, build: median(taken), memory };
}

// What the process holds after a garbage collection, in bytes.
function used() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function copy({ total, counts, first }) {
  return { total, counts: [...counts], first: [...first] };
}

// For each query the median over the rounds, in ms. The queries take turns, so
// that a disturbance of the machine does not hit one of them only.
function measureQueries(rounds) {
  const taken = queries.map(() => []);
  const repeats = queries.map((query) => enough(query));
  for (let round = 0; round < rounds; round += 1) {
    globalThis.gc();
    queries.forEach((query, place) => {
      const spent = taken[place].reduce((sum, time) => sum + time, 0) * repeats[place];
      if (spent < ENOUGH) taken[place].push(batch(query, repeats[place]) / repeats[place]);
    });
  }
  return taken.map(median);
}

// How many repeats fill a batch; finding it out is the warm-up.
function enough(query) {
  let repeats = 1;
  while (batch(query, repeats) < BATCH) repeats *= 2;
  return repeats;
}

function batch({ text, chosen }, repeats) {
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const { total, counts, first } = ask(text, chosen);
    sum += total + counts[counts.length - 1] + (first[first.length - 1] ?? 0);
  }
  return performance.now() - start;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

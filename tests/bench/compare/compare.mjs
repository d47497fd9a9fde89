// Our engine as wasm beside other search engines: same corpora, same queries,
// equal work. Prints tables as Markdown; says on stderr how far it is.
//
// node compare.mjs --corpora FOLDER --wasm FOLDER --sizes 45,1000 [--quick]

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { differences, mistakes, told } from "./check.mjs";
import { contenders, REFERENCE } from "./contenders.mjs";
import { distances, legend, table } from "./report.mjs";

// Above this an index takes half a minute: it is built once.
const LARGE = 50_000;
const MEGABYTES = 12_000;

const { values: options } = parseArgs({
  options: {
    corpora: { type: "string" },
    wasm: { type: "string" },
    sizes: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});
const queries = JSON.parse(readFileSync(new URL("../queries.json", import.meta.url), "utf8"));
const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const all = options.sizes.split(",").map(Number).map((size) => ({ size, rows: rows(size) }));
console.log([...all.map(table), distances(all), legend(dependencies)].join("\n\n"));

function rows(size) {
  const corpus = join(options.corpora, `${size}.json`);
  const { documents } = JSON.parse(readFileSync(corpus, "utf8"));
  let reference;
  return contenders.filter(({ most }) => !(size > most)).map((contender) => {
    const measured = measure(contender, corpus, size);
    if (contender.name === REFERENCE) reference = measured.answers;
    if (contender.wasm) insist(mistakes(measured.answers, reference, queries, documents), size);
    const found = differences(measured.answers, reference, queries, documents);
    return { ...contender, ...measured, answered: told(found) };
  });
}

function insist(found, size) {
  if (found.length === 0) return;
  console.error(`At ${size} our engine does not find what the reference finds:\n${found.join("\n")}`);
  process.exit(1);
}

// In a process of its own, so that no engine tidies up after another.
function measure({ name, module, wasm }, corpus, size) {
  const start = Date.now();
  const rounds = options.quick ? 1 : 7;
  const builds = options.quick || size > LARGE ? 1 : 5;
  const output = execFileSync(process.execPath, [
    "--expose-gc",
    `--max-old-space-size=${MEGABYTES}`,
    fileURLToPath(new URL("measure.mjs", import.meta.url)),
    corpus,
    `./engines/${module}.mjs`,
    rounds,
    builds,
  ], {
    env: { ...process.env, EXPLORER_WASM: wasm ? join(options.wasm, wasm) : "" },
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  console.error(`${size}: ${name} in ${Math.round((Date.now() - start) / 1000)} s`);
  return JSON.parse(output);
}

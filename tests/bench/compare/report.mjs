// The measurements as Markdown.

import { contenders, OURS, REFERENCE } from "./contenders.mjs";

const HEAD = [
  "engine", "query, median ms", "× ours", "slowest query, ms", "build, ms", "× ours", "memory, MB", "answers",
];

export function table({ size, rows }) {
  const ours = rows.find(({ name }) => name === OURS);
  const lines = rows
    .toSorted((a, b) => middle(a) - middle(b))
    .map((row) => [
      row.name,
      milliseconds(middle(row)),
      times(middle(row) / middle(ours)),
      milliseconds(Math.max(...row.times)),
      milliseconds(row.build),
      times(row.build / ours.build),
      (Math.max(0, row.memory) / 1e6).toFixed(1),
      row.answered,
    ]);
  const under = HEAD.map((_, column) => (column === 0 || column === HEAD.length - 1 ? "---" : "---:"));
  const title = `### ${size.toLocaleString("en")} recommendations`;
  return [title, "", ...[HEAD, under, ...lines].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}

// What was asked of the engine, and what came out.
export function summary(all) {
  const lines = all.flatMap(({ size, rows }) => {
    const ours = rows.find(({ name }) => name === OURS);
    const reference = rows.find(({ name }) => name === REFERENCE);
    const libraries = rows.filter(({ library }) => library);
    const at = `At ${size.toLocaleString("en")}`;
    const most = { 45: 0.05, 100_000: 2 }[size];
    const fastest = least(libraries, middle);
    const builder = least(libraries.filter(({ scans }) => !scans), ({ build }) => build);
    const query = most
      ? verdict(`${at} the median query takes ${milliseconds(middle(ours))} ms; at most ${most} were asked`, middle(ours) <= most)
      : aim(`${at} the fastest library, ${fastest.name}, takes`, middle(fastest) / middle(ours), "for a query");
    return [
      query,
      aim(`${at} the fastest indexing library, ${builder.name}, takes`, builder.build / ours.build, "to build"),
      `${at} the bitset reference takes ${times(middle(reference) / middle(ours))} times our time for a query, ${times(reference.build / ours.build)} times to build.`,
    ];
  });
  return ["### What was asked", "", ...lines.map((line) => `- ${line}`)].join("\n");
}

function aim(what, ratio, doing) {
  return verdict(`${what} ${times(ratio)} times our time ${doing}; at least 5 were asked`, ratio >= 5);
}

function verdict(sentence, holds) {
  return `${sentence}: ${holds ? "reached" : "**not reached**"}.`;
}

// How each was asked, with the versions of the libraries.
export function legend(versions) {
  const lines = contenders.map(({ name, library, how, most }) => {
    const version = library ? ` ${versions[library]}` : "";
    const limit = most ? `; left out above ${most.toLocaleString("en")}` : "";
    return `- ${name}${version}: ${how}${limit}`;
  });
  return [`### How they were asked (Node ${process.versions.node})`, "", ...lines].join("\n");
}

function least(rows, key) {
  return rows.reduce((best, row) => (key(row) < key(best) ? row : best));
}

// The median over the queries.
function middle({ times: all }) {
  const sorted = all.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

// Three digits that count.
function milliseconds(number) {
  return number >= 100
    ? Math.round(number).toLocaleString("en")
    : number.toFixed(Math.max(0, 2 - Math.floor(Math.log10(number))));
}

function times(ratio) {
  return ratio >= 10 ? Math.round(ratio).toLocaleString("en") : ratio.toFixed(ratio >= 1 ? 1 : 2);
}

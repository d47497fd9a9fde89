// The measurements as Markdown.

import { contenders, OURS, REFERENCE } from "./contenders.mjs";

const HEAD = [
  "engine", "query, median ms", "× explorer", "slowest query, ms", "build, ms", "× explorer", "memory, MB", "answers",
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
  return section(`${size.toLocaleString("en")} recommendations`, HEAD, lines);
}

// How far the fastest library and the reference are from the explorer. A
// library that scans has no index to build.
export function distances(all) {
  const head = ["recommendations", "work", "explorer, ms", "fastest library", "× explorer", "bitset reference, × explorer"];
  const lines = all.flatMap(({ size, rows }) => [
    distance(size, "query, median", rows, middle),
    distance(size, "build", rows.filter(({ scans }) => !scans), ({ build }) => build),
  ]);
  return section("Distance to others", head, lines);
}

function distance(size, work, rows, time) {
  const [ours, reference] = [OURS, REFERENCE].map((one) => time(rows.find(({ name }) => name === one)));
  const fastest = least(rows.filter(({ library }) => library), time);
  return [
    size.toLocaleString("en"),
    work,
    milliseconds(ours),
    fastest.name,
    times(time(fastest) / ours),
    times(reference / ours),
  ];
}

// A table under its title. Columns of numbers are aligned to the right.
function section(title, head, lines) {
  const isNumber = (column) => lines.every((line) => /^[\d.,]+$/.test(line[column]));
  const under = head.map((_, column) => (isNumber(column) ? "---:" : "---"));
  return [`### ${title}`, "", ...[head, under, ...lines].map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
}

// The settings of each engine, with the versions of the libraries.
export function legend(versions) {
  const lines = contenders.map(({ name, library, how, most }) => {
    const version = library ? ` ${versions[library]}` : "";
    const limit = most ? `; left out above ${most.toLocaleString("en")}` : "";
    return `- ${name}${version}: ${how}${limit}`;
  });
  return [`### Settings (Node ${process.versions.node})`, "", ...lines].join("\n");
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

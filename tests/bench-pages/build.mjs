// Makes the pages of a data set: `node build.mjs DATA FOLDER`. Each page is a
// folder with an HTML file, a style sheet and a script, and their compressed
// copies, as static hosts serve them.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const [source, target] = process.argv.slice(2);
const sources = join(import.meta.dirname, "src");

/** The facets and rows of a data set of the explorer. */
function model({ section, clusters, facets, recommendations }) {
  const clustered = {
    ...section,
    values: clusters.map(({ id, title }) => ({
      id,
      label: title,
      numbers: new Set(recommendations.filter((one) => one.cluster === id).map((one) => one.number)),
    })),
  };
  const others = facets.map(({ key, label, groups }) => ({
    key,
    label,
    values: groups
      .flatMap((group) => group.values)
      .map(({ id, label, tags }) => ({ id, label, numbers: new Set(tags.map((tag) => tag.number)) })),
  }));
  const all = [clustered, ...others];
  const rows = recommendations.map(({ number, text }) => ({
    number,
    text: text.map((block) => block.text),
    values: Object.fromEntries(
      all.map(({ key, values }) => [key, values.filter(({ numbers }) => numbers.has(number)).map(({ id }) => id)]),
    ),
  }));
  const plain = all.map(({ key, label, values }) => ({
    key,
    label,
    values: values.map(({ id, label, numbers }) => ({ id, label, count: numbers.size })),
  }));
  return { facets: plain, rows };
}

const ESCAPED = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };
const escaped = (text) => String(text).replace(/[&<"]/g, (sign) => ESCAPED[sign]);

function facet({ key, label, values }) {
  const boxes = values.map(
    ({ id, label, count }) =>
      `<label><input type="checkbox" data-facet="${key}" data-value="${id}" data-count="${count}"> ${escaped(label)} <span>${count}</span></label>`,
  );
  return `<fieldset><legend>${escaped(label)}</legend>${boxes.join("")}</fieldset>`;
}

function row({ number, text, values }) {
  const pairs = Object.entries(values).flatMap(([key, ids]) => ids.map((id) => `${key}:${id}`));
  const paragraphs = text.map((text) => `<p>${escaped(text)}</p>`);
  return `<article data-part="result" data-number="${number}" data-values="${pairs.join(" ")}"><h2>${number}</h2><div data-part="text">${paragraphs.join("")}</div><button type="button" data-part="save" data-number="${number}" aria-pressed="false">Save</button> <button type="button" aria-expanded="false">Details</button></article>`;
}

function content({ facets, rows }) {
  return `<header><h1>Development Agenda</h1><span>Saved <span data-part="saved-count" data-count="0">0</span></span></header>
<main><form onsubmit="return false"><input type="search" data-part="search" aria-label="Search" autocomplete="off"><button type="button" data-part="clear">Clear</button>
${facets.map(facet).join("\n")}</form>
<section><p data-part="count" data-shown="${rows.length}" data-total="${rows.length}">${rows.length} of ${rows.length}</p>
<div data-part="results">${rows.map(row).join("")}</div></section></main>`;
}

const page = (body) => `<!doctype html>
<html lang="en" data-state="loading"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Development Agenda</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"><script type="module" src="page.js"></script>
<body>${body}
`;

async function put(folder, name, text) {
  await writeFile(join(folder, name), text);
  await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
}

const data = model(JSON.parse(await readFile(source, "utf8")));
const agenda = {
  name: "agenda",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^agenda$/ }, () => ({ path: "agenda", namespace: "agenda" }));
    onLoad({ filter: /.*/, namespace: "agenda" }, () => ({ contents: JSON.stringify(data), loader: "json" }));
  },
};
const prerendered = page(content(data));
const pages = [
  ["plain", "plain.mjs", prerendered],
  ["flexsearch", "flexsearch.mjs", prerendered],
  ["react", "react.jsx", page('<div id="app"></div>')],
];
const style = await build({ entryPoints: [join(sources, "style.css")], minify: true, write: false });
await rm(target, { recursive: true, force: true });
for (const [name, entry, html] of pages) {
  const folder = join(target, name);
  await mkdir(folder, { recursive: true });
  const bundle = await build({
    entryPoints: [join(sources, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [agenda],
  });
  await put(folder, "index.html", html);
  await put(folder, "style.css", style.outputFiles[0].text);
  await put(folder, "page.js", bundle.outputFiles[0].text);
}

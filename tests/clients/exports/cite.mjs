// cite.mjs FILE STYLE LOCALE CITATIONS: the citations as citeproc-js sets them, and
// the list behind them. FILE is CSL-JSON, STYLE and LOCALE are files of CSL, and
// CITATIONS is a list of lists of CSL's cite items.

import { readFileSync } from "node:fs";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";

const [file, style, locale, wanted] = process.argv.slice(2);
const text = (path) => readFileSync(path, "utf8");
const { templates, locales } = plugins.config.get("@csl");
templates.add("the style", text(style));
locales.add("en-GB", text(locale));

const options = { template: "the style", lang: "en-GB", format: "text" };
const citations = JSON.parse(wanted).map((citationItems, place) => ({
  citationItems,
  properties: { noteIndex: place + 1 },
}));
const read = new Cite(JSON.parse(text(file)));
const cited = new Set(citations.flatMap((it) => it.citationItems.map((item) => item.id)));
const set = citations.map((citation, place) =>
  read.format("citation", {
    ...options,
    citationsPre: citations.slice(0, place),
    entry: citation,
    citationsPost: citations.slice(place + 1),
  }),
);
const list = read.format("bibliography", { ...options, entry: [...cited] });
console.log(JSON.stringify([...set, ...list.trim().split("\n")]));

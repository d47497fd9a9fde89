// FlexSearch, with an index made of the texts in the page.
import { Index } from "flexsearch";
import { rows, start } from "./page.mjs";

const index = new Index({ tokenize: "forward" });
for (const { number, text } of rows) index.add(number, text);

start((text) => {
  if (text.trim() === "") return () => true;
  const found = new Set(index.search(text, { limit: Infinity }));
  return (row) => found.has(row.number);
});

// Plain JavaScript, without a library: looks through all texts at each search.
import { words } from "./model.mjs";
import { rows, start } from "./page.mjs";

for (const row of rows) row.words = ` ${words(row.text).join(" ")}`;

start((text) => {
  const asked = words(text).map((word) => ` ${word}`);
  return (row) => asked.every((word) => row.words.includes(word));
});

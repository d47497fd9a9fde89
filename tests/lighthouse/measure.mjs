/**
 * Measures pages of a served site as Lighthouse does for phones, and prints a
 * table of the medians; what costs points goes to the terminal beside it.
 *
 * node measure.mjs ADDRESS RUNS
 */
import { existsSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [address, runs] = process.argv.slice(2);
const categories = ["performance", "accessibility", "best-practices", "seo"];
const pages = ["", "rec/12/", "cluster/a/"];
const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

const median = (scores) => scores.sort((a, b) => a - b)[Math.floor(scores.length / 2)];

/** What keeps a category from 100. */
function lost({ categories, audits }) {
  return Object.values(categories).flatMap((category) =>
    category.auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => `${category.id}: ${audits[id].title} ${audits[id].displayValue ?? ""} (${audits[id].score})`),
  );
}

console.log(`| page | ${categories.join(" | ")} |\n|---|---|---|---|---|`);
for (const page of pages) {
  const scores = categories.map(() => []);
  for (let run = 1; run <= Number(runs); run += 1) {
    console.error(`/${page}, ${run} of ${runs}`);
    const chrome = await launch({
      chromePath: chromium,
      chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"],
    });
    try {
      const told = await lighthouse(address + page, {
        port: chrome.port,
        onlyCategories: categories,
        logLevel: "error",
      });
      categories.forEach((name, place) => {
        scores[place].push(Math.round(told.lhr.categories[name].score * 100));
      });
      if (run === Number(runs)) lost(told.lhr).forEach((line) => console.error(`  ${line}`));
    } finally {
      await chrome.kill();
    }
  }
  console.log(`| \`/${page}\` | ${scores.map(median).join(" | ")} |`);
}

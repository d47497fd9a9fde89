import itemsjs from "itemsjs";
import { required } from "./lunr.mjs";

export function prepare(documents, sizes) {
  const items = documents.map(({ id, text, values }) => ({
    id: `d${id}`,
    document: id,
    text,
    ...Object.fromEntries(values.map((list, facet) => [`f${facet}`, list])),
  }));
  return { sizes, items };
}

export function build({ sizes, items }) {
  const shown = (size) => ({ size, conjunction: false });
  const index = itemsjs(items, {
    searchableFields: ["text"],
    isExactSearch: true,
    aggregations: Object.fromEntries(sizes.map((size, facet) => [`f${facet}`, shown(size)])),
  });
  const starts = sizes.map((_, facet) => sizes.slice(0, facet).reduce((sum, size) => sum + size, 0));
  const counts = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
  return (text, chosen) => {
    const filters = Object.fromEntries(chosen.map((values, facet) => [`f${facet}`, values]));
    const found = index.search({ query: required(text), per_page: 20, filters });
    counts.fill(0);
    for (let facet = 0; facet < sizes.length; facet += 1) {
      for (const bucket of found.data.aggregations[`f${facet}`].buckets) {
        counts[starts[facet] + Number(bucket.key)] = bucket.doc_count;
      }
    }
    const first = found.data.items.map((item) => item.document);
    return { total: found.pagination.total, counts, first };
  };
}

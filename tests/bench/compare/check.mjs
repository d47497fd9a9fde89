// Whether the engines have found the same. Ours must find what the reference
// finds, and may find more, since it knows the forms of a word; of the others
// it is told how often they differ.

import { tokens } from "./reference/vocabulary.mjs";

const FIRST = 20;

// The queries to which an engine gives another answer than the reference, each
// with a word on how.
export function differences(answers, reference, queries, documents) {
  return queries.flatMap((query, place) => {
    const how = difference(answers[place], reference[place], query, documents);
    if (how === null) return [];
    return [{ place, query, how, total: answers[place].total, expected: reference[place].total }];
  });
}

function difference(answer, expected, query, documents) {
  if (answer.total > expected.total) return "more";
  if (answer.total < expected.total) return "fewer";
  if (answer.counts.some((count, value) => count !== expected.counts[value])) return "other counts";
  const { first } = answer;
  const right = first.length === Math.min(FIRST, answer.total)
    && new Set(first).size === first.length
    && first.every((id) => matches(documents[id], query));
  return right ? null : "other first ids";
}

function matches({ text, values }, query) {
  const words = tokens(text);
  return query.text.split(" ").every((prefix) => words.some((word) => word.startsWith(prefix)))
    && query.chosen.every((chosen, facet) =>
      chosen.length === 0 || chosen.some((value) => values[facet].includes(value)));
}

// Says where our engine is wrong, if it is: forms of a word add to a number,
// and never take from it.
export function mistakes(answers, reference, queries, documents) {
  return differences(answers, reference, queries, documents)
    .filter(({ place, how }) => how === "other first ids" || lacks(answers[place], reference[place]))
    .map(({ query, total, expected }) => `\`${query.text}\`: ${total} found, ${expected} by the reference`);
}

function lacks(answer, expected) {
  return answer.total < expected.total
    || answer.first.length !== Math.min(FIRST, answer.total)
    || answer.counts.some((count, value) => count < expected.counts[value]);
}

// In words, for the table.
export function told(found) {
  if (found.length === 0) return "the same";
  const numbers = ({ how }) => how === "more" || how === "fewer";
  const { query, how, total, expected } = found.find(numbers) ?? found[0];
  const example = total === expected ? how : `${total} instead of ${expected}`;
  return `${found.length} differ, e.g. \`${query.text}\`: ${example}`;
}

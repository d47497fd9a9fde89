// What the three pages have in common: facets with counts, and the state in the
// address. A row is any object with `number` and `values`, in which
// `values[facet]` lists the ids that it carries.

/** What an address says, given the keys of the facets. */
export function read(address, keys) {
  const query = new URLSearchParams(address);
  const chosen = {};
  for (const key of keys) chosen[key] = query.get(key)?.split("_") ?? [];
  return { text: query.get("q") ?? "", chosen, open: Number(query.get("rec")) || null };
}

/** The address that says it. */
export function write({ text, chosen, open }) {
  const pairs = Object.entries(chosen).map(([key, ids]) => [key, ids.join("_")]);
  const all = [["q", text], ...pairs, ["rec", open ? String(open) : ""]];
  const query = new URLSearchParams(all.filter(([, value]) => value));
  return `${location.pathname}${query.size ? "?" : ""}${query}`;
}

/** A state in which a value of a facet is chosen, or no longer chosen. */
export function toggled(state, key, id) {
  const ids = state.chosen[key];
  const changed = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  return { ...state, chosen: { ...state.chosen, [key]: changed } };
}

/**
 * Which rows the chosen values leave of those for which `matches` holds, and how
 * many each value would have with the other facets as they are.
 */
export function answer(rows, keys, chosen, matches) {
  const shown = new Set();
  const counts = Object.fromEntries(keys.map((key) => [key, new Map()]));
  const asked = keys.filter((key) => chosen[key].length > 0);
  for (const row of rows) {
    if (!matches(row)) continue;
    const missed = asked.filter((key) => !chosen[key].some((id) => row.values[key].includes(id)));
    if (missed.length === 0) shown.add(row.number);
    if (missed.length > 1) continue;
    for (const key of missed.length === 0 ? keys : missed) {
      for (const id of row.values[key]) counts[key].set(id, (counts[key].get(id) ?? 0) + 1);
    }
  }
  return { shown, counts };
}

/** The words of a text, as all three pages take them. */
export function words(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Finds the beginnings of words that a search asks for; `null` for an empty one. */
export function marker(text) {
  const all = words(text);
  return all.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join("|")})`, "giu");
}

const SAVED = "saved";

/** The numbers of the saved rows. */
export function saved() {
  return new Set(JSON.parse(localStorage.getItem(SAVED) ?? "[]"));
}

/** Saves a row, or removes it from what is saved, and gives what is saved then. */
export function save(number) {
  const numbers = saved();
  if (!numbers.delete(number)) numbers.add(number);
  localStorage.setItem(SAVED, JSON.stringify([...numbers]));
  return numbers;
}

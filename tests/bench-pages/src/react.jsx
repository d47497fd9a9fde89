// React with MiniSearch: the rows are made in the browser, of data in the script.
import MiniSearch from "minisearch";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { facets, rows } from "agenda";
import { answer, marker, read, save, saved as stored, toggled, write } from "./model.mjs";

const keys = facets.map((facet) => facet.key);
const byNumber = new Map(rows.map((row) => [row.number, row]));

const index = new MiniSearch({ idField: "number", fields: ["text"], extractField: (row, name) => (name === "text" ? row.text.join("\n") : row[name]) });
index.addAll(rows);

/** The numbers of the rows that have all words, the best first. */
function found(text) {
  if (text.trim() === "") return rows.map((row) => row.number);
  return index.search(text, { prefix: true, combineWith: "AND" }).map((hit) => hit.id);
}

function Marked({ text, pattern }) {
  if (!pattern) return text;
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index), <mark key={match.index}>{match[0]}</mark>);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

function Details({ row }) {
  return (
    <dl>
      {facets.map(({ key, values }) => [
        <dt key={key}>{key}</dt>,
        <dd key={`${key}-values`}>
          {values
            .filter((value) => row.values[key].includes(value.id))
            .map((value) => value.label)
            .join(", ")}
        </dd>,
      ])}
    </dl>
  );
}

const Row = memo(function Row({ row, pattern, isOpen, isSaved, onOpen, onSave }) {
  return (
    <article data-part="result" data-number={row.number}>
      <h2>{row.number}</h2>
      <div data-part="text">
        {row.text.map((text, place) => (
          <p key={place}>
            <Marked text={text} pattern={pattern} />
          </p>
        ))}
      </div>
      <button type="button" data-part="save" data-number={row.number} aria-pressed={isSaved} onClick={() => onSave(row.number)}>
        Save
      </button>
      <button type="button" aria-expanded={isOpen} onClick={() => onOpen(row.number)}>
        Details
      </button>
      {isOpen && <Details row={row} />}
    </article>
  );
});

function Facet({ facet, chosen, counts, onToggle }) {
  return (
    <fieldset>
      <legend>{facet.label}</legend>
      {facet.values.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            data-facet={facet.key}
            data-value={id}
            data-count={counts.get(id) ?? 0}
            checked={chosen.includes(id)}
            onChange={() => onToggle(facet.key, id)}
          />{" "}
          {label} <span>{counts.get(id) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  );
}

function App() {
  const [state, setState] = useState(() => read(location.search, keys));
  const [saved, setSaved] = useState(stored);
  const { text, chosen, open } = state;

  const order = useMemo(() => found(text), [text]);
  const pattern = useMemo(() => marker(text), [text]);
  const { shown, counts } = useMemo(() => {
    const matched = new Set(order);
    return answer(rows, keys, chosen, (row) => matched.has(row.number));
  }, [order, chosen]);

  // What the actions start from, so that they are the same at every rendering.
  const latest = useRef(state);
  const actions = useMemo(() => {
    function show(next) {
      latest.current = next;
      setState(next);
    }
    function go(next) {
      show(next);
      history.pushState(null, "", write(next));
    }
    return {
      follow: () => show(read(location.search, keys)),
      type({ target }) {
        show({ ...latest.current, text: target.value });
        history.replaceState(null, "", write(latest.current));
      },
      toggle: (key, id) => go(toggled(latest.current, key, id)),
      open: (number) => go({ ...latest.current, open: latest.current.open === number ? null : number }),
      clear: () => go(read("", keys)),
      save: (number) => setSaved(save(number)),
    };
  }, []);
  useEffect(() => {
    addEventListener("popstate", actions.follow);
    document.documentElement.dataset.state = "ready";
    return () => removeEventListener("popstate", actions.follow);
  }, [actions]);

  return (
    <>
      <header>
        <h1>Development Agenda</h1>
        <span>
          Saved <span data-part="saved-count" data-count={saved.size}>{saved.size}</span>
        </span>
      </header>
      <main>
        <form onSubmit={(event) => event.preventDefault()}>
          <input type="search" data-part="search" aria-label="Search" value={text} onChange={actions.type} />
          <button type="button" data-part="clear" onClick={actions.clear}>
            Clear
          </button>
          {facets.map((facet) => (
            <Facet key={facet.key} facet={facet} chosen={chosen[facet.key]} counts={counts[facet.key]} onToggle={actions.toggle} />
          ))}
        </form>
        <section>
          <p data-part="count" data-shown={shown.size} data-total={rows.length}>
            {shown.size} of {rows.length}
          </p>
          <div data-part="results">
            {order
              .filter((number) => shown.has(number))
              .map((number) => (
                <Row
                  key={number}
                  row={byNumber.get(number)}
                  pattern={pattern}
                  isOpen={open === number}
                  isSaved={saved.has(number)}
                  onOpen={actions.open}
                  onSave={actions.save}
                />
              ))}
          </div>
        </section>
      </main>
    </>
  );
}

createRoot(document.getElementById("app")).render(<App />);

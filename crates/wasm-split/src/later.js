/**
 * The later parts of the wasm: each is loaded when it is asked for, and at once where
 * one of its functions is called before that. `NEEDS` has for each the places of those that
 * are loaded before it, in their order, as it may read their data.
 *
 * @type {{ url?: string, loading?: Promise<void>, module?: WebAssembly.Module, isReady?: boolean }[]}
 */
const later = NEEDS.map(() => ({}));

/** What a part needs before it can run, and the part. */
function withNeeded(place) {
  return [...NEEDS[place], place].map((it) => later[it]);
}

/** A page can tell it from other errors by its name. */
function partError() {
  const error = new Error("A part of the wasm could not be loaded.");
  error.name = "DeferredPart";
  return error;
}

/** Blocks until it is there, since the call that needs it can't wait. */
function fetchNow(url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  // In a window, a synchronous request gives no bytes, but a text of them.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    request.send();
  } catch {
    throw partError();
  }
  if (request.status !== 200) throw partError();
  const text = request.responseText;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** What the slots of the table hold until a part fills them. */
function standIn(place) {
  return new Proxy(
    {},
    {
      get: (_, slot) => (...values) => {
        for (const part of withNeeded(place)) {
          if (part.isReady) continue;
          part.module ??= new WebAssembly.Module(fetchNow(part.url));
          new WebAssembly.Instance(part.module, { first: wasm, ...imports_of_parts });
          part.isReady = true;
        }
        return wasm.deferred_table.get(Number(slot))(...values);
      },
    },
  );
}

/** What parts import of later ones, by their places. */
var imports_of_parts = Object.fromEntries(later.map((_, place) => [place, standIn(place)]));

/** Says where the later parts lie, in their order; to be called before the start. */
export function set_later_urls(...urls) {
  urls.forEach((url, place) => (later[place].url = url));
}

/** Loads a later part by its place, and what it needs, to be at hand when it is called. */
export function load_later(place) {
  return Promise.all(withNeeded(place).map(loaded));
}

function loaded(part) {
  if (part.module) return Promise.resolve();
  part.loading ??= load(part).finally(() => (part.loading = undefined));
  return part.loading;
}

async function load(part) {
  const response = await fetch(part.url);
  if (!response.ok) throw partError();
  part.module ??= await WebAssembly.compile(await response.arrayBuffer());
}

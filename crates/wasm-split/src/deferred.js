/**
 * The deferred part of the wasm: loaded after the first part has started, and at
 * once where one of its functions is called before that.
 */
let deferredUrl;
let deferredModule;
let deferredIsReady = false;

function instantiateDeferred(module) {
  if (deferredIsReady) return;
  new WebAssembly.Instance(module, { first: wasm });
  deferredIsReady = true;
}

/** A page can tell it from other errors by its name. */
function deferredError() {
  const error = new Error("The deferred part of the wasm could not be loaded.");
  error.name = "DeferredPart";
  return error;
}

/** Blocks until it is ready, since the call that needs it can't wait. */
function loadDeferredNow() {
  if (deferredIsReady) return;
  if (deferredModule) return instantiateDeferred(deferredModule);
  const request = new XMLHttpRequest();
  request.open("GET", deferredUrl, false);
  // In a window, a synchronous request gives no bytes, but a text of them.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    request.send();
  } catch {
    throw deferredError();
  }
  if (request.status !== 200) throw deferredError();
  const text = request.responseText;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  instantiateDeferred((deferredModule = new WebAssembly.Module(bytes)));
}

/** What the slots of the table hold until the deferred part fills them. */
var deferred = new Proxy(
  {},
  {
    get: (_, slot) => (...values) => {
      loadDeferredNow();
      return wasm.deferred_table.get(Number(slot))(...values);
    },
  },
);

/** Says where the deferred part lies; to be called before the start. */
export function set_deferred_url(url) {
  deferredUrl = url;
}

/** Loads the deferred part, to be at hand when it is called. */
export async function load_deferred() {
  if (deferredModule) return;
  const response = await fetch(deferredUrl);
  if (!response.ok) throw deferredError();
  deferredModule = await WebAssembly.compile(await response.arrayBuffer());
}

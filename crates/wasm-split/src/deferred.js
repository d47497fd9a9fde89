/**
 * The late part of the wasm: fetched when the first one is at work, and at once
 * where a function of it is called before that.
 */
let lateAddress;
let lateModule;
let lateIsThere = false;

function putLate(module) {
  if (lateIsThere) return;
  new WebAssembly.Instance(module, { first: wasm });
  lateIsThere = true;
}

/** The boot script knows it by its name. */
function missing() {
  const error = new Error("The late part did not arrive.");
  error.name = "LatePart";
  return error;
}

/** Waits for it with everything, as the call that needs it does. */
function fetchLateNow() {
  if (lateIsThere) return;
  if (lateModule) return putLate(lateModule);
  const request = new XMLHttpRequest();
  request.open("GET", lateAddress, false);
  // In a window, a request that is waited for gives no bytes, but a text of them.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  try {
    request.send();
  } catch {
    throw missing();
  }
  if (request.status !== 200) throw missing();
  const text = request.responseText;
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  putLate((lateModule = new WebAssembly.Module(bytes)));
}

/** What stands in the table until the late part comes, by place. */
var late = new Proxy(
  {},
  {
    get: (_, slot) => (...values) => {
      fetchLateNow();
      return wasm.late_table.get(Number(slot))(...values);
    },
  },
);

/** Says where the late part lies; to be called before the start. */
export function late_at(address) {
  lateAddress = address;
}

/** Fetches the late part, to be at hand when it is called. */
export async function fetch_late() {
  if (lateModule) return;
  const response = await fetch(lateAddress);
  if (!response.ok) throw missing();
  lateModule = await WebAssembly.compile(await response.arrayBuffer());
}

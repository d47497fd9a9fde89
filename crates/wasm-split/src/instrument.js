/** Keeps the numbers of the functions that were called. */
var deferred = {
  called: (number) => {
    (globalThis.wasmSplitCalled ??= new Set()).add(number);
  },
};

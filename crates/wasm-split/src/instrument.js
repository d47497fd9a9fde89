/** Keeps the numbers of the functions that were called. */
var imports_of_parts = {
  instrument: {
    called: (number) => {
      (globalThis.wasmSplitCalled ??= new Set()).add(number);
    },
  },
};

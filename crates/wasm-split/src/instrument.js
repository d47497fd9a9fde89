var late = {
  called: (number) => {
    (globalThis.agendaExplorerCalled ??= new Set()).add(number);
  },
};

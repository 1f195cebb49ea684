// jsdom lacks what Fluent and teams-js expect to be there.
globalThis.fetch ??= () => Promise.reject(new Error('no network in tests'));
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

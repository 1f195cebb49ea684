import { configure } from '@testing-library/dom';

// What is found once it has come has more than the second that the library gives it: a loaded machine is slow, too.
configure({ asyncUtilTimeout: 20_000 });

// jsdom lacks what Fluent and teams-js expect to be there.
globalThis.fetch ??= () => Promise.reject(new Error('no network in tests'));
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

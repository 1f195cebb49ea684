import path from 'node:path';

// Two projects: everything runs in Node, only what draws gets a DOM.
const root = path.resolve(import.meta.dirname, '..');

const common = {
  rootDir: root,
  transform: {
    '^.+\\.(t|j)sx?$|\\.mjs$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // Packages that ship only as ES modules are transformed too.
  transformIgnorePatterns: [
    '/node_modules/(?!(jose|@hocuspocus|lib0|y-protocols|crossws|idb-keyval|htmlparser2|domhandler|domutils|domelementtype|dom-serializer|entities|temporal-polyfill|temporal-utils|ical\\.js)/)',
  ],
  // Two copies of Yjs do not understand each other.
  moduleNameMapper: { '^yjs$': '<rootDir>/node_modules/yjs/dist/yjs.cjs' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  globalSetup: '<rootDir>/tests/support/globalSetup.mjs',
};

export default {
  rootDir: root,
  testTimeout: 60_000,
  testSequencer: '<rootDir>/.config/longestFirst.mjs',
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
    {
      ...common,
      displayName: 'dom',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/**/*.test.tsx'],
      setupFiles: ['<rootDir>/tests/support/dom.ts'],
    },
  ],
};

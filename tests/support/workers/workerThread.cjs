// A browser's dedicated worker on a thread of Node: TypeScript by swc, `onmessage` and `postMessage` on the global scope.
const fs = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');
const swc = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformSync(fs.readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

globalThis.postMessage = (message) => parentPort.postMessage(message);
require(workerData.file);
parentPort.on('message', (data) => globalThis.onmessage({ data }));

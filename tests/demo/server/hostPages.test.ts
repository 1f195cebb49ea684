import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { hostPages } from '../../../src/demo/server/hostPages';

test('DS2 the host’s pages run their own scripts only and stand in no frame', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-host-'));
  writeFileSync(path.join(folder, 'demoOutlook.html'), '<p>Outlook</p>');
  writeFileSync(path.join(folder, 'a.js'), '1');
  const pages = hostPages(folder);
  const server = createServer((request, response) => {
    if (!pages(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const ask = (where: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${where}`, { method });
  const policy = (await ask('/outlook')).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect((await ask('/a.js')).headers.get('content-security-policy')).toBeNull();
  for (const where of ['/..%2fetc/passwd', '//', '/constructor', '/a.js/'])
    expect([where, (await ask(where)).status]).toEqual([where, 404]);
  expect((await ask('/outlook', 'POST')).status).toBe(404);
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

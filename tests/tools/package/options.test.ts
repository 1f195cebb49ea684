import { packageOptions } from '../../../src/tools/package/options';

const ID = '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91';
const GOOD = ['--host', 'cadencia.example.com', '--client-id', ID];
const mistakesOf = (...argv: string[]) => {
  const read = packageOptions(argv);
  return read.ok ? [] : read.mistakes;
};

test('PK1 a host and a client id are enough, and capitals do not matter', () => {
  expect(packageOptions(['--host=Cadencia.Example.com', `--client-id=${ID.toUpperCase()}`])).toEqual({
    ok: true,
    options: { host: 'cadencia.example.com', clientId: ID },
  });
  const more = ['--version', '1.2.0', '--out', 'a.zip', '--privacy', 'https://example.com/privacy?x=1'];
  expect(packageOptions([...GOOD, ...more])).toEqual({
    ok: true,
    options: {
      host: 'cadencia.example.com',
      clientId: ID,
      version: '1.2.0',
      out: 'a.zip',
      privacy: 'https://example.com/privacy?x=1',
    },
  });
});

test('PK1 everything that is wrong is said at once, by the name of the option', () => {
  const mistakes = mistakesOf('--host', 'https://x.com', '--version', 'one', '--terms', 'http://x.com');
  expect(mistakes.map((said) => said.split(' ')[0])).toEqual([
    '--host',
    '--client-id',
    '--version',
    '--terms',
  ]);
  for (const said of mistakes) expect(said).toMatch(/^[^\n]+\.$/);
});

test('PK1 an option that nobody knows, stands there twice or has no value is one mistake', () => {
  expect(mistakesOf(...GOOD, '--hots', 'x', 'y')).toEqual([
    expect.stringContaining('--hots is no option of this command: it knows --host --client-id'),
    expect.stringContaining('“y” belongs to no option'),
  ]);
  expect(mistakesOf(...GOOD, '--host', 'a.example.com')).toEqual([
    expect.stringContaining('--host stands there twice'),
  ]);
  expect(mistakesOf('--client-id', ID, '--host')).toEqual(['--host needs a value behind it.']);
  expect(mistakesOf('--host', '--client-id', ID)).toContain('--host needs a value behind it.');
  expect(mistakesOf('--host', '', '--client-id', ID)).toEqual(['--host needs a value behind it.']);
});

test('PK1 what was typed comes back without anything that steers a terminal', () => {
  const said = mistakesOf(...GOOD, '\u001b[2Jaway\n').join();
  expect(said).not.toMatch(/[\x00-\x1f]/);
  expect(said).toContain('[2Jaway');
});

test('PK2 a host is a name and nothing else', () => {
  const saidOf = (host: string) => mistakesOf('--host', host, '--client-id', ID).join('\n');
  for (const [host, word] of [
    ['https://cadencia.example.com', 'leave out the “https://”'],
    ['http://cadencia.example.com', 'leave out the “http://”'],
    ['cadencia.example.com/', 'behind the name'],
    ['cadencia.example.com/app?x#y', 'behind the name'],
    ['ana@example.com', 'before the “@”'],
    ['cadencia.example.com:443', 'the port'],
    ['cadencia.example.com:', 'the port'],
    ['192.168.1.20', 'an IP address'],
    ['2130706433', 'an IP address'],
    ['[2001:db8::1]', 'an IP address'],
    ['2001:db8::1', 'an IP address'],
    ['localhost', 'only this machine or network'],
    ['ana.localhost', 'only this machine or network'],
    ['server.local', 'only this machine or network'],
    ['server.corp.internal', 'only this machine or network'],
    ['*.example.com', 'without “*”'],
    ['reunión.example.com', 'xn--'],
    ['cadencia', 'no name of a server with its domain'],
    ['cadencia..example.com', 'no name of a server with its domain'],
    ['-cadencia.example.com', 'no name of a server with its domain'],
    ['cadencia.example.com.', 'no name of a server with its domain'],
    ['cad_encia.example.com', 'no name of a server with its domain'],
    ['cadencia example.com', 'no name of a server with its domain'],
    [`${'a'.repeat(64)}.example.com`, 'no name of a server with its domain'],
    ['{{host}}', 'no name of a server with its domain'],
  ] as const)
    expect([host, saidOf(host)]).toEqual([host, expect.stringContaining(word)]);
  for (const host of ['cadencia.example.com', 'a.io', 'xn--reunin-e1a.example.es', 'm365-1.contoso.co.uk'])
    expect([host, saidOf(host)]).toEqual([host, '']);
});

test('PK3 a client id has the form of one', () => {
  const saidOf = (id: string) => mistakesOf('--host', 'cadencia.example.com', '--client-id', id);
  for (const id of ['cadencia', ID.slice(1), `{${ID}}`, `api://${ID}`, ID.replaceAll('-', '')])
    expect(saidOf(id)).toEqual([expect.stringContaining('--client-id is no id of the form')]);
  expect(saidOf('00000000-0000-0000-0000-000000000000')).toEqual([
    expect.stringContaining('--client-id is empty'),
  ]);
});

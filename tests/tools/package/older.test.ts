import { Parser } from 'htmlparser2';
import { makePackage } from '../../../src/tools/package/makePackage';
import { xmlFile } from '../../../src/tools/package/xml';
import { asFile, CLIENT_ID, HOST, readManifest, sources } from './sources';

type Node = {
  readonly name: string;
  readonly at: Record<string, string>;
  readonly nodes: Node[];
  text: string;
};

/** A file as a tree, read by another's reader; entities are undone, and what does not close is an error. */
function readXml(xml: string): Node {
  const [opened, closed] = [/<[\w:]+(?:\s[^<>]*[^/<>])?>/g, /<\/[\w:]+>/g].map(
    (tag) => xml.match(tag)?.length ?? 0,
  );
  if (opened !== closed) throw new Error(`${opened} elements begin and ${closed} end`);
  const root: Node = { name: '', at: {}, nodes: [], text: '' };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, at) {
        const node: Node = { name, at, nodes: [], text: '' };
        open.at(-1)?.nodes.push(node);
        open.push(node);
      },
      ontext: (text) => {
        const node = open.at(-1);
        if (node !== undefined) node.text += text;
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root.nodes.find(({ name }) => name === 'OfficeApp') ?? root;
}

const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.nodes.flatMap((one) => all(one, name)),
];
const child = (node: Node, name: string) => node.nodes.find((one) => one.name === name);

function older(changed: Parameters<typeof sources>[0] = {}): Node {
  const made = makePackage({ host: HOST, clientId: CLIENT_ID, version: '1.2.3' }, sources(changed));
  if (!made.ok) throw new Error(made.mistakes.join('\n'));
  return readXml(made.older ?? '');
}

/** The manifest with a word in which signs stand that mean something in XML. */
const SIGNS = 'What is planned, what is <mine>, & a problem to bring.';
const WHOLE = { manifest: { 'manifest.json': asFile(withSigns(readManifest())) } };

function withSigns(manifest: ReturnType<typeof JSON.parse>): unknown {
  const [, attendee] = manifest.extensions[0].ribbons;
  attendee.tabs[0].groups[0].controls[0].supertip.description = SIGNS;
  return manifest;
}

test('PK11 the older form has an id, a name and icons of its own, which the package hides', () => {
  const file = older();
  const manifest = readManifest() as { id: string; extensions: { alternates: { hide: unknown }[] }[] };
  const id = child(file, 'Id')?.text;
  expect(id).not.toBe(manifest.id);
  expect(manifest.extensions[0]?.alternates).toEqual([
    { hide: { customOfficeAddin: { officeAddinId: id } } },
  ]);
  expect(child(file, 'Version')?.text).toBe('1.2.3.0');
  expect(child(file, 'DisplayName')?.at['DefaultValue']).toBe('Cadencia (Outlook)');
  expect(child(file, 'IconUrl')?.at['DefaultValue']).toBe(`https://${HOST}/icons/icon-64.png`);
  expect(child(file, 'HighResolutionIconUrl')?.at['DefaultValue']).toBe(`https://${HOST}/icons/icon-128.png`);
  expect(child(file, 'Permissions')?.text).toBe('ReadWriteItem');
});

test('PK11 its parts stand in the order in which Office reads them', () => {
  expect(older().nodes.map(({ name }) => name)).toEqual([
    ...['Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl'],
    ...['HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'FormSettings'],
    ...['Permissions', 'Rule', 'DisableEntityHighlighting', 'VersionOverrides'],
  ]);
  const overrides = all(older(WHOLE), 'VersionOverrides');
  expect(overrides.map(({ nodes }) => nodes.map(({ name }) => name))).toEqual([
    ['Requirements', 'Hosts', 'Resources', 'VersionOverrides'],
    ['Requirements', 'Hosts', 'Resources'],
  ]);
  expect(overrides.map(({ at }) => [at['xsi:type'], at['xmlns']?.split('/').at(-1)])).toEqual([
    ['VersionOverridesV1_0', 'mailappversionoverrides'],
    ['VersionOverridesV1_1', '1.1'],
  ]);
});

test('PK11 it has the same buttons, pages and words as the package, in every language', () => {
  const file = older(WHOLE);
  const [first] = all(file, 'VersionOverrides');
  if (first === undefined) throw new Error('no overrides');
  const surfaces = all(first, 'ExtensionPoint').filter(({ at }) => at['xsi:type'] !== 'LaunchEvent');
  expect(surfaces.slice(0, 2).map(({ at }) => at['xsi:type'])).toEqual([
    'AppointmentOrganizerCommandSurface',
    'AppointmentAttendeeCommandSurface',
  ]);
  const resource = (id: string) => all(first, 'bt:Url').find(({ at }) => at['id'] === id)?.at['DefaultValue'];
  const pages = all(first, 'Action').map((action) =>
    resource(child(action, 'SourceLocation')?.at['resid'] ?? ''),
  );
  expect(pages.slice(0, 2)).toEqual([`https://${HOST}/compose.html`, `https://${HOST}/read.html`]);
  const strings = all(first, 'bt:String');
  expect(strings.find(({ at }) => at['DefaultValue'] === SIGNS)).toBeDefined();
  for (const { at, nodes } of strings)
    expect([at['id'], nodes.map((one) => one.at['Locale'])]).toEqual([at['id'], ['es-ES']]);
  expect(all(file, 'Form').map(({ at }) => at['xsi:type'])).toEqual(['ItemEdit', 'ItemRead']);
});

test('PK11 whatever it names by a word stands in its resources, once, within Office’s lengths', () => {
  for (const overrides of all(older(WHOLE), 'VersionOverrides')) {
    const resources = child(overrides, 'Resources');
    const own = (resources?.nodes ?? []).flatMap(({ nodes }) => nodes.map(({ at }) => at['id'] ?? ''));
    expect(new Set(own).size).toBe(own.length);
    expect(own.every((id) => id.length <= 32)).toBe(true);
    const hosts = child(overrides, 'Hosts');
    const used = JSON.stringify(hosts).match(/"resid":"([^"]+)"/g) ?? [];
    expect(used.length).toBeGreaterThan(5);
    for (const one of used) expect(own).toContain(one.slice(9, -1));
    const longest = (name: string) =>
      Math.max(
        ...(child(resources as Node, name)?.nodes ?? [])
          .flatMap(({ at, nodes }) => [at['DefaultValue'] ?? '', ...nodes.map((of) => of.at['Value'] ?? '')])
          .map((text) => text.length),
      );
    expect([longest('bt:ShortStrings') <= 125, longest('bt:LongStrings') <= 250]).toEqual([true, true]);
  }
});

test('PK11 the check at sending stands where newer Outlooks look for it, with its script', () => {
  const [, newer] = all(older(WHOLE), 'VersionOverrides');
  const events = all(newer as Node, 'LaunchEvent');
  expect(events.map(({ at }) => at)).toEqual([
    { Type: 'OnAppointmentSend', FunctionName: 'checkBeforeSending', SendMode: 'PromptUser' },
  ]);
  const script = all(newer as Node, 'Runtime').flatMap((one) => all(one, 'Override'))[0]?.at;
  expect(script).toEqual({ type: 'javascript', resid: 'script' });
  expect(all(newer as Node, 'bt:Url').find(({ at }) => at['id'] === 'script')?.at['DefaultValue']).toBe(
    `https://${HOST}/sendCheck.js`,
  );
});

test('PK11 without one to hide there is no older form, and none hides itself', () => {
  const manifest = readManifest() as { id: string; extensions: Record<string, unknown>[] };
  const { alternates: _none, ...outlook } = manifest.extensions[0] ?? {};
  const made = (value: unknown) =>
    makePackage(
      { host: HOST, clientId: CLIENT_ID },
      sources({ manifest: { 'manifest.json': asFile(value) } }),
    );
  expect(made({ ...manifest, extensions: [outlook] })).toMatchObject({ ok: true });
  expect(made({ ...manifest, extensions: [outlook] })).not.toHaveProperty('older');
  const itself = [{ hide: { customOfficeAddin: { officeAddinId: manifest.id } } }];
  expect(made({ ...manifest, extensions: [{ ...outlook, alternates: itself }] })).toMatchObject({
    mistakes: [expect.stringContaining('hides itself')],
  });
});

test('PK11 signs that mean something in XML are texts', () => {
  const xml = xmlFile({ name: 'a', attributes: { b: `<&>"'` }, inside: `<c>&amp;"` });
  const [node] = readXml(`<OfficeApp>${xml.slice(xml.indexOf('<a'))}</OfficeApp>`).nodes;
  expect([node?.at['b'], node?.text, node?.nodes]).toEqual([`<&>"'`, `<c>&amp;"`, []]);
});

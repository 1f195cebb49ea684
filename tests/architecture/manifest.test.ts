// What the manifest promises to Teams and Outlook, and what the code does, must be the same in both directions.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TIER_SCOPES } from '../../src/app/tiers';
import type { Call, Graph } from '../../src/graph/client/call';
import { ADD_INS } from '../../src/graph/calendar/addInMemory';
import { addTab } from '../../src/graph/meetings/panel';
import { actionsOf, textsOf, type Json, type Manifest } from '../../src/tools/package/manifest';
import { OLDER_ICONS, olderId } from '../../src/tools/package/olderOutlook';
import { ROOT } from '../support/root';
import { builtFiles, readManifest } from '../tools/package/sources';

const manifest = readManifest() as unknown as Json & Manifest;
const extensions = manifest.extensions ?? [];
const permissions = (
  manifest as unknown as {
    readonly authorization: {
      readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] };
    };
  }
).authorization.permissions.resourceSpecific.map(({ name }) => name);

const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const filesBelow = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file).replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file));
/** All code but the tools that check it and the demo, which plays the other side. */
const product = filesBelow('src').filter((file) => !/^src\/(tools|demo)\//.test(file));
const codeOf = (files: readonly string[]) => files.map(textOf).join('\n');

const built = [...builtFiles().keys()];
const named = textsOf(manifest).flatMap(([, text]) => {
  const file = /^https:\/\/\{\{host\}\}\/([^?#]+)$/.exec(text)?.[1];
  return file === undefined ? [] : [file];
});

test('AR11 every page, script and icon that the manifest names is built', () => {
  expect([...new Set(named)].filter((file) => !built.includes(file))).toEqual([]);
  expect(named.length).toBeGreaterThan(3);
});

test('AR11 every page, script and icon that is built is named by the manifest or by the page that leads to it', () => {
  const led = codeOf(product);
  const isLedTo = (file: string) =>
    [`/${file}\``, `/${file}#`, `'${file}'`].some((text) => led.includes(text));
  const lost = built.filter(
    (file) => !named.includes(file) && !isLedTo(file) && !inXml(file) && !BY_HAND.includes(file),
  );
  expect(lost).toEqual([]);
});

/**
 * The administrator's page is opened by its address, which the installation names: in the manifest it would stand in
 * everybody's Teams.
 */
const BY_HAND: readonly string[] = ['admin.html'];

/** The older Outlooks' form names icons of other sizes. */
const inXml = (file: string) => OLDER_ICONS.some((side) => file === `icons/icon-${side}.png`);

test('AR12 every action is offered and called, and a function that is called is one of the code', () => {
  const offered = extensions.flatMap((extension) => actionsOf(extension).offered);
  expect(extensions.flatMap((extension) => actionsOf(extension).called).sort()).toEqual([...offered].sort());
  const functions = extensions
    .flatMap(({ runtimes = [] }) => runtimes)
    .flatMap(({ actions = [] }) => actions)
    .flatMap(({ id, type }) => (type === 'executeFunction' ? [id] : []));
  const associated = [...codeOf(product).matchAll(/\bactions\.associate\(\s*'([^']+)'/g)].map(([, id]) => id);
  expect([...associated].sort()).toEqual([...functions].sort());
});

test('AR12 a runtime whose functions run without a page names its script', () => {
  for (const { code, actions = [], id } of extensions.flatMap(({ runtimes = [] }) => runtimes))
    if (actions.some(({ type }) => type === 'executeFunction'))
      expect([id, code.script]).toEqual([id, expect.any(String)]);
});

/** Calls of teams-js that Teams lets only an app with these permissions make (platform facts 1.1 and 2.3). */
const TEAMS: Readonly<Record<string, readonly string[]>> = {
  registerSpeakingStateChangeHandler: [
    'OnlineMeetingIncomingAudio.Detect.Chat',
    'ChannelMeetingIncomingAudio.Detect.Group',
  ],
  shareAppContentToStage: ['MeetingStage.Write.Chat', 'ChannelMeetingStage.Write.Group'],
};
/** Calls of Office.js that need more than reading and writing the one item (platform facts 4.4). */
const OUTLOOK: Readonly<Record<string, string>> = {
  sendAsync: 'Mailbox.ReadWrite.User',
  appendOnSendAsync: 'Mailbox.AppendOnSend.User',
  prependOnSendAsync: 'Mailbox.AppendOnSend.User',
  getSharedPropertiesAsync: 'Mailbox.SharedFolder',
};

test('AR13 the permissions of the manifest are those of the calls that we make of Teams and Outlook', () => {
  const teams = textOf('src/hosts/teams/teamsJs.ts');
  const meeting = /\n {2}meeting: \{([^}]*)\}/.exec(teams)?.[1] ?? '';
  const calls = [...meeting.matchAll(/^\s+(\w+):/gm)].map(([, name = '']) => name);
  expect(calls.filter((name) => TEAMS[name] === undefined)).toEqual([]);
  const hosts = codeOf(filesBelow('src/hosts').concat(filesBelow('src/entries')));
  const more = Object.keys(OUTLOOK).filter((name) => new RegExp(`\\b${name}\\b`).test(hosts));
  expect([...permissions].sort()).toEqual(
    [
      ...calls.flatMap((name) => TEAMS[name] ?? []),
      // Our pane writes the appointment.
      'MailboxItem.ReadWrite.User',
      ...new Set(more.map((name) => OUTLOOK[name] ?? '')),
    ].sort(),
  );
});

test('AR13 what the app asks for when it is added to a chat is what its manifest asks for there', async () => {
  const bodies: unknown[] = [];
  const answer = (text: string) => ({ status: 200, text, uncertain: false, header: () => undefined });
  const graph: Graph = {
    send(call: Call) {
      if (call.method === 'POST') bodies.push(call.body);
      return Promise.resolve(answer('{"value":[]}'));
    },
    sendNext: () => Promise.reject(new Error('one page')),
    download: () => Promise.reject(new Error('no file')),
  };
  const app = {
    graph: 'https://graph.microsoft.com/v1.0',
    teamsApp: 'app',
    tabAddress: 'https://x.example.com',
  };
  const cancel = { cancelled: false, onCancel: () => () => undefined };
  await addTab(graph, { kind: 'chat', chat: '19:a@thread.v2' }, 'Cadencia', app, { tier: 'live', cancel });
  const { consentedPermissionSet } = bodies[0] as {
    consentedPermissionSet: { resourceSpecificPermissions: { permissionValue: string }[] };
  };
  expect(consentedPermissionSet.resourceSpecificPermissions.map((one) => one.permissionValue).sort()).toEqual(
    permissions.filter((name) => name.endsWith('.Chat')).sort(),
  );
});

test('AR14 what the host fetches ahead is whole tiers in their order and our server’s scope, with our claims', () => {
  const ahead = manifest.webApplicationInfo?.nestedAppAuthInfo ?? [];
  const tiers = Object.values(TIER_SCOPES).map((scopes) => scopes.join(' '));
  const api = 'api://{{host}}/{{clientId}}/access_as_user';
  expect(
    ahead.map(({ scopes }) => scopes.join(' ')).filter((asked) => asked !== api && !tiers.includes(asked)),
  ).toEqual([]);
  const capabilities = /clientCapabilities: \['(\w+)'\]/.exec(textOf('src/hosts/identity/clients.ts'))?.[1];
  for (const { claims, redirectUri } of ahead) {
    expect(JSON.parse(claims ?? '')).toEqual({ access_token: { xms_cc: { values: [capabilities] } } });
    expect(redirectUri).toBe('brk-multihub://{{host}}');
  }
});

test('AR14 every scope of a tier is one that some call of ours needs, and the server asks for none beside them', () => {
  const served = codeOf(filesBelow('src/demo/graph').filter((file) => !file.endsWith('/faults.ts')));
  const scopes = Object.values(TIER_SCOPES).flat();
  expect(scopes.filter((scope) => !served.includes(`'${scope}'`))).toEqual([]);
  const server = [...textOf('src/graph/membership/membership.ts').matchAll(/'([A-Z]\w+\.[\w.]+)'/g)].map(
    ([, one = '']) => one,
  );
  expect(server.length).toBeGreaterThan(0);
  expect(server.filter((scope) => !TIER_SCOPES.live.includes(scope))).toEqual([]);
});

test('AR15 the property of an appointment is looked for under the ids of both manifests, by the name it is written under', () => {
  expect(ADD_INS).toEqual([manifest.id, olderId(manifest)]);
  const nameIn = (file: string, constant: string) =>
    new RegExp(`const ${constant} = '(\\w+)'`).exec(textOf(file))?.[1];
  expect(nameIn('src/graph/calendar/addInMemory.ts', 'NAME')).toBe(
    nameIn('src/hosts/outlook/outlookHost.ts', 'PROPERTY'),
  );
});

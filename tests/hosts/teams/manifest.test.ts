import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Notice } from '../../../src/app/ports/announcing';

const ROOT = path.resolve(__dirname, '../../..');
const read = (name: string) =>
  JSON.parse(readFileSync(path.join(ROOT, 'manifest', name), 'utf8')) as Manifest;

type Manifest = {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly description: { readonly short: string; readonly full: string };
  readonly configurableTabs: readonly {
    readonly configurationUrl: string;
    readonly scopes: readonly string[];
    readonly context: readonly string[];
  }[];
  readonly staticTabs: readonly {
    readonly entityId: string;
    readonly scopes: readonly string[];
  }[];
  readonly activities: {
    readonly activityTypes: readonly {
      readonly type: string;
      readonly description: string;
      readonly templateText: string;
    }[];
  };
  readonly validDomains: readonly string[];
  readonly authorization: {
    readonly permissions: { readonly resourceSpecific: readonly { name: string; type: string }[] };
  };
} & Readonly<Record<string, unknown>>;

const manifest = read('manifest.json');

test('HT7 the tab is set up by our own page, for meetings of chats and channels, on every surface', () => {
  const [tab, ...others] = manifest.configurableTabs;
  expect(others).toEqual([]);
  const page = /^https:\/\/\{\{host\}\}\/(\w+)\.html$/.exec(tab?.configurationUrl ?? '')?.[1];
  expect(existsSync(path.join(ROOT, 'src/entries', page ?? '', 'page.html'))).toBe(true);
  expect(tab?.scopes).toEqual(['team', 'groupChat']);
  for (const where of [
    'meetingChatTab',
    'meetingDetailsTab',
    'meetingSidePanel',
    'meetingStage',
    'channelTab',
  ])
    expect(tab?.context).toContain(where);
  expect(manifest.validDomains).toEqual(['{{host}}']);
});

test('HT7 what asks for the signal and the stage is asked for chats and channels, as the person', () => {
  const asked = manifest.authorization.permissions.resourceSpecific;
  expect(asked.every(({ type }) => type === 'Delegated')).toBe(true);
  expect(asked.map(({ name }) => name).sort()).toEqual([
    'ChannelMeetingIncomingAudio.Detect.Group',
    'ChannelMeetingStage.Write.Group',
    'MailboxItem.ReadWrite.User',
    'MeetingStage.Write.Chat',
    'OnlineMeetingIncomingAudio.Detect.Chat',
  ]);
});

test('HT8 every page that the manifest names is built, and the personal tab is none of another scope', () => {
  const named = [...JSON.stringify(manifest).matchAll(/https:\/\/\{\{host\}\}\/(\w+)\.html/g)].map(
    ([, page = '']) => page,
  );
  expect([...new Set(named)].sort()).toEqual(['compose', 'personal', 'read', 'sendCheck', 'tabSettings']);
  const built = readFileSync(path.join(ROOT, 'webpack.config.js'), 'utf8');
  // The tab of a channel has no address in the manifest: the page that adds it names it.
  for (const page of [...named, 'channel']) {
    expect(existsSync(path.join(ROOT, 'src/entries', page, 'page.html'))).toBe(true);
    expect(built).toMatch(new RegExp(`const pages = \\[[^\\]]*'${page}'`));
  }
  expect(manifest.staticTabs).toMatchObject([{ entityId: 'mine', scopes: ['personal'] }]);
});

test('HT8 each kind of notice has its sentence in both languages, with the same fields', () => {
  const kinds: readonly Notice['kind'][] = ['asked', 'taskForYou', 'handedOver', 'measuring'];
  const { activityTypes } = manifest.activities;
  expect(activityTypes.map(({ type }) => type)).toEqual(kinds);
  const spanish = read('es.json') as unknown as Readonly<Record<string, string>>;
  const fieldsOf = (text = '') => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [at, { description, templateText }] of activityTypes.entries()) {
    const own = (field: string) => spanish[`activities.activityTypes[${at}].${field}`] ?? '';
    expect(fieldsOf(templateText)).toEqual(['{actor}', '{series}']);
    expect(fieldsOf(own('templateText'))).toEqual(fieldsOf(templateText));
    for (const text of [description, own('description'), templateText, own('templateText')])
      expect([text.length > 0, text.length <= 128]).toEqual([true, true]);
  }
  expect(spanish['staticTabs[0].name']).toBeDefined();
});

test('HT7 both languages stay within Microsoft’s lengths, and name one version of the schema', () => {
  const spanish = read('es.json') as unknown as Readonly<Record<string, string>>;
  for (const short of [manifest.description.short, spanish['description.short'] ?? ''])
    expect([short.length > 0, short.length <= 80]).toEqual([true, true]);
  for (const full of [manifest.description.full, spanish['description.full'] ?? ''])
    expect([full.length > 0, full.length <= 4_000]).toEqual([true, true]);
  const version = `/v${manifest.manifestVersion}/`;
  expect([manifest.$schema.includes(version), spanish['$schema']?.includes(version)]).toEqual([true, true]);
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

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

test('HT7 both languages stay within Microsoft’s lengths, and name one version of the schema', () => {
  const spanish = read('es.json') as unknown as Readonly<Record<string, string>>;
  for (const short of [manifest.description.short, spanish['description.short'] ?? ''])
    expect([short.length > 0, short.length <= 80]).toEqual([true, true]);
  for (const full of [manifest.description.full, spanish['description.full'] ?? ''])
    expect([full.length > 0, full.length <= 4_000]).toEqual([true, true]);
  const version = `/v${manifest.manifestVersion}/`;
  expect([manifest.$schema.includes(version), spanish['$schema']?.includes(version)]).toEqual([true, true]);
});

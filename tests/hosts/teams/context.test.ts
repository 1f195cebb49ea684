import type { app } from '@microsoft/teams-js';
import { placeOf, themeOf } from '../../../src/hosts/teams/context';
import { placeOfHash, surfaceOfHash, windowAddressOf } from '../../../src/hosts/window/meetingAddress';

const TEAM = '0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10';
const CHANNEL = '19:abcDEF123@thread.tacv2';
const CHAT = '19:meeting_YWxp@thread.v2';
const context = (frameContext: string, more: object): app.Context =>
  ({ app: {}, page: { frameContext }, ...more }) as unknown as app.Context;

test.each([
  ['default', 'light'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
  ['glass', 'light'],
  ['tomorrow', 'light'],
  [undefined, 'light'],
])('HT3 the look %s is %s', (told, seen) => {
  expect(themeOf(told)).toBe(seen);
});

test('HT4 a channel’s meeting is its message in the channel, whatever surface shows it', () => {
  const meeting = { id: btoa(`0#${CHANNEL}#1764000000000`) };
  const told = { meeting, team: { groupId: TEAM }, channel: { id: CHANNEL }, chat: { id: CHANNEL } };
  const place = { kind: 'channel', team: TEAM, channel: CHANNEL, message: '1764000000000' };
  for (const frame of ['sidePanel', 'content', 'meetingStage'])
    expect(placeOf(context(frame, told))).toEqual(place);
});

test('HT4 an id of a meeting that cannot be read leaves the chat as the place', () => {
  for (const id of ['%%%', '', btoa('1#x'), btoa(`0#${CHAT}#0`)])
    expect(placeOf(context('sidePanel', { meeting: { id }, chat: { id: CHAT } }))).toEqual({
      kind: 'chat',
      chat: CHAT,
    });
});

test('HT4 a chat, a channel and a personal app without a meeting are no place', () => {
  expect(placeOf(context('content', { chat: { id: CHAT } }))).toBeUndefined();
  expect(placeOf(context('content', { channel: { id: CHANNEL }, team: { groupId: TEAM } }))).toBeUndefined();
  expect(placeOf(context('content', {}))).toBeUndefined();
});

test('HT5 an address leads to the place that it was made of', () => {
  for (const place of [
    { kind: 'chat', chat: CHAT },
    { kind: 'channel', team: TEAM, channel: CHANNEL, message: '1764000000000' },
  ] as const) {
    const { hash, origin } = new URL(windowAddressOf('https://cadencia.example', place));
    expect([origin, placeOfHash(hash)]).toEqual(['https://cadencia.example', place]);
  }
});

test('HT5 an address that names nothing that could be a meeting is no place', () => {
  for (const hash of [
    '',
    '#',
    '#chat=',
    '#chat=19:x@thread.v3',
    '#chat=../../etc',
    `#chat=${'a'.repeat(5_000)}`,
    `#chat=19:${'a'.repeat(5_000)}@thread.v2`,
    '#chat=<script>',
    `#team=${TEAM}&channel=${CHANNEL}`,
    `#team=nobody&channel=${CHANNEL}&message=1`,
    `#team=${TEAM}&channel=${CHANNEL}&message=1/../2`,
    '#%E0%A4%A',
  ])
    expect(placeOfHash(hash)).toBeUndefined();
});

test('HT5 a window shows the panel unless its address says another surface', () => {
  expect(['', '#surface=tab', '#surface=stage', '#surface=x'].map(surfaceOfHash)).toEqual([
    'panel',
    'tab',
    'stage',
    'panel',
  ]);
});

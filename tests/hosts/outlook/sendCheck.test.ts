/** @jest-environment node */
// The check at sending as classic Outlook runs it: the built file alone, in an engine of 2016, with the documented
// globals and nothing else.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import { keyPeople } from '../../../src/app/planning/keyPeople';
import { writeProperty } from '../../../src/app/planning/itemProperty';
import { agendaToHtml } from '../../../src/domain/agenda/html';
import { agendaTemplate } from '../../../src/domain/agenda/templates';
import { aSeries } from '../../support/aSeries';
import { configNamed, runWebpack } from '../../support/bundle';

let script: string;
beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cadencia-send-'));
  const config = await configNamed('sendCheck');
  await runWebpack({ ...config, cache: false, output: { ...config.output, path: folder } });
  script = readFileSync(path.join(folder, 'sendCheck.js'), 'utf8');
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

/** What of the language came after 2016; and what an engine without a page does not have. */
const LATER = `
delete Array.prototype.flat; delete Array.prototype.flatMap; delete Array.prototype.at;
delete Array.prototype.findLast; delete Array.prototype.findLastIndex; delete Array.prototype.toSorted;
delete Object.values; delete Object.entries; delete Object.fromEntries; delete Object.hasOwn;
delete Object.getOwnPropertyDescriptors; delete String.prototype.padStart; delete String.prototype.padEnd;
delete String.prototype.matchAll; delete String.prototype.replaceAll; delete String.prototype.at;
delete String.prototype.trimStart; delete String.prototype.trimEnd; delete Promise.allSettled; delete Promise.any;
delete Promise.prototype.finally; delete globalThis.BigInt; delete globalThis.WeakRef; delete globalThis.console;
delete globalThis.globalThis;`;

const AGENDA = agendaToHtml(agendaTemplate('weekly', 'es'));
const LINK = '<a href="https://teams.microsoft.com/l/meetup-join/19%3ax">Unirse</a>';
const asText = (html: string) => html.replace(/<[^>]*>/g, '\n');
const people = (...mails: readonly string[]) => mails.map((emailAddress) => ({ emailAddress }));

type Item = {
  readonly body: string;
  readonly minutes: number;
  readonly series: unknown;
  readonly required: readonly { readonly emailAddress: string }[];
  readonly property: unknown;
  readonly id: string | undefined;
  readonly language: string;
};
const whole: Item = {
  body: AGENDA + LINK,
  minutes: 35,
  series: null,
  required: people('s01@valdeolmo.example'),
  property: writeProperty({ series: 'x', keys: keyPeople(aSeries()) ?? '' }),
  id: 'AAMk',
  language: 'es-ES',
};

type Done = (result: object) => void;
/** What the classic engine gives: Office, in its documented part; `broken` fails or throws. */
function run(
  change: Partial<Item> = {},
  broken?: { readonly call: string; readonly how: 'fails' | 'throws' },
) {
  const item = { ...whole, ...change };
  let busy = 0;
  const calls: string[] = [];
  const later: (() => void)[] = [];
  const answer =
    (call: string, value: unknown, code?: number) =>
    (...rest: readonly unknown[]) => {
      calls.push(call);
      busy += 1;
      expect(busy).toBeLessThanOrEqual(3);
      if (broken?.call === call && broken.how === 'throws') throw new Error('no such call here');
      const failed = code ?? (broken?.call === call ? 5001 : undefined);
      later.push(() => {
        busy -= 1;
        const done = rest[rest.length - 1] as Done;
        done(
          failed === undefined
            ? { status: 'succeeded', value }
            : { status: 'failed', error: { code: failed } },
        );
      });
    };
  const start = new Date('2026-12-01T09:00:00Z');
  const completed: unknown[] = [];
  const functions: Record<string, (event: object) => void> = {};
  const office = {
    actions: { associate: (id: string, what: (event: object) => void) => void (functions[id] = what) },
    CoercionType: { Html: 'html', Text: 'text' },
    context: {
      displayLanguage: item.language,
      mailbox: {
        userProfile: { emailAddress: 'm01@valdeolmo.example' },
        item: {
          seriesId: null,
          body: {
            getAsync: (type: string, done: Done) =>
              answer(`body ${type}`, type === 'html' ? item.body : asText(item.body))(done),
          },
          start: { getAsync: answer('start', start) },
          end: { getAsync: answer('end', new Date(start.getTime() + item.minutes * 60_000)) },
          recurrence: { getAsync: answer('recurrence', item.series) },
          requiredAttendees: { getAsync: answer('required', item.required) },
          optionalAttendees: { getAsync: answer('optional', []) },
          loadCustomPropertiesAsync: answer('properties', { get: () => item.property }),
          getItemIdAsync: answer('id', item.id, item.id === undefined ? 9046 : undefined),
        },
      },
    },
  };
  const engine = vm.createContext({ Office: office });
  vm.runInContext(LATER, engine);
  vm.runInContext(script, engine);
  functions['checkBeforeSending']?.({ completed: (options: unknown) => completed.push(options) });
  while (later.length > 0) later.shift()?.();
  return { completed: JSON.parse(JSON.stringify(completed)) as unknown[], functions, calls };
}
const asked = (change: Partial<Item>) => run(change).completed;

test('HS1 one file of ECMAScript 5 binds the function as soon as it is read, with Office alone around it', () => {
  expect(() => parse(script, { ecmaVersion: 5 })).not.toThrow();
  expect(script.length).toBeLessThan(40_000);
  expect(Object.keys(run().functions)).toEqual(['checkBeforeSending']);
});

test('HS2 a whole invitation goes without a word', () => {
  expect(run().completed).toEqual([{ allowEvent: true }]);
  expect(asked({ property: undefined, body: 'Dentista', minutes: 300, required: [] })).toEqual([
    { allowEvent: true },
  ]);
});

test('HS3 what is missing is asked about in the language of Outlook, once', () => {
  expect(asked({ minutes: 75 })).toEqual([
    { allowEvent: false, errorMessage: 'La reunión dura 75 min: el máximo son 60 min.' },
  ]);
  expect(asked({ body: LINK, language: 'en-GB' })).toEqual([
    { allowEvent: false, errorMessage: expect.stringMatching(/^The invitation has no agenda/) },
  ]);
  expect(asked({ body: AGENDA })).toEqual([
    { allowEvent: false, errorMessage: expect.stringMatching(/^La invitación no lleva un enlace de Teams/) },
  ]);
  expect(asked({ body: AGENDA, id: undefined })).toEqual([
    { allowEvent: false, errorMessage: expect.stringMatching(/^Todavía no hay un enlace de Teams/) },
  ]);
  expect(asked({ required: people('s02@valdeolmo.example') })).toEqual([
    { allowEvent: false, errorMessage: 'De Ventas no va ninguna persona clave.' },
  ]);
});

test('HS4 a series is as long as its repetition says, and one date of it as long as itself', () => {
  const series = { seriesTime: { getDuration: () => 90 } };
  expect(asked({ series })).toEqual([{ allowEvent: false, errorMessage: expect.stringContaining('90 min') }]);
});

test('HS5 whatever goes wrong in the check lets the invitation go, once', () => {
  const { calls } = run();
  expect(calls).toHaveLength(9);
  for (const call of calls)
    for (const how of ['fails', 'throws'] as const)
      expect([call, how, run({ minutes: 75 }, { call, how }).completed]).toEqual([
        call,
        how,
        [{ allowEvent: true }],
      ]);
  for (const property of ['{', '{"v":2}', 7, 'x'.repeat(3000)])
    expect(asked({ property })).toEqual([{ allowEvent: true }]);
});

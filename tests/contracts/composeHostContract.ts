import type { Attendee } from '../../src/app/ports/calendar';
import type { AppointmentForm, ComposeHost, HostTheme } from '../../src/app/ports/composeHost';
import { failureOf } from './outcome';
import { eventually } from '../support/eventually';

export type OpenedComposeHost = {
  readonly host: ComposeHost;
  /** Somebody types in the form. 'other' means some repetition that Cadencia does not make, without an end. */
  type(change: Partial<AppointmentForm>): Promise<void>;
  /** Somebody saves the form; answers Graph's id of the item. */
  save(): Promise<string>;
  /** The form's next write of this kind is refused. */
  refuseNext(what: 'attendees' | 'times' | 'settings'): Promise<void>;
  showTheme(theme: HostTheme): Promise<void>;
  isClosed(): Promise<boolean>;
  /** The same mailbox and form in a pane that is opened anew. */
  reopen(): Promise<ComposeHost>;
  close(): Promise<void>;
};

const MINUTE = 60_000;
/** Tuesday 2026-12-01, 17:15 in Madrid. */
const START = Date.UTC(2026, 11, 1, 16, 15);
const WEEKLY = { every: 1, times: 25, weekday: 2 } as const;
const IRENE: Attendee = {
  mail: 'irene.valcarcel@valdeolmo.example',
  name: 'Irene Valcárcel Soto',
  type: 'required',
};
const HUGO: Attendee = {
  mail: 'hugo.santamarta@valdeolmo.example',
  name: 'Hugo Santamarta Rey',
  type: 'optional',
};
const BODY = '<h2>Agenda</h2><p>Punto <b>uno</b> &amp; más</p>';

/** What every appointment form does (CH1 to CH18); mailbox in Madrid, language es-ES, a single meeting at first. */
export function composeHostContract(name: string, open: () => Promise<OpenedComposeHost>): void {
  describe(`compose host contract: ${name}`, () => {
    let opened: OpenedComposeHost;
    let host: ComposeHost;
    beforeEach(async () => {
      opened = await open();
      host = opened.host;
    });
    afterEach(() => opened?.close());

    const aWhile = () => new Promise((go) => setTimeout(go, 400));

    test('CH1 it tells language and zone', () => {
      expect(host.locale).toBe('es-ES');
      expect(host.zone).toBe('Europe/Madrid');
    });

    test('CH2 what somebody typed is read', async () => {
      await opened.type({
        subject: 'Alinear',
        bodyHtml: BODY,
        start: START,
        end: START + 45 * MINUTE,
        attendees: [IRENE, HUGO],
      });
      const form = await host.read();
      expect(form).toMatchObject({ subject: 'Alinear', start: START, end: START + 45 * MINUTE });
      expect(form.attendees).toEqual([IRENE, HUGO]);
      expect(form.recurrence).toBeUndefined();
      expect(form.bodyHtml).toContain('Punto <b>uno</b> &amp; más');
    });

    test('CH3 what is written is read again, all of it', async () => {
      const form = {
        subject: 'Semanal de Marketing y Ventas',
        bodyHtml: BODY,
        start: START,
        end: START + 35 * MINUTE,
        attendees: [IRENE, HUGO],
        recurrence: WEEKLY,
      };
      await host.write(form);
      const { bodyHtml, ...others } = await host.read();
      const { bodyHtml: _body, ...expected } = form;
      expect(others).toEqual(expected);
      expect(bodyHtml).toContain('Punto <b>uno</b> &amp; más');
    });

    test('CH4 fields that are not written stay', async () => {
      await opened.type({ subject: 'Uno', attendees: [IRENE] });
      const before = await host.read();
      await host.write({ subject: 'Dos' });
      expect(await host.read()).toEqual({ ...before, subject: 'Dos' });
    });

    test.each([
      ['each week', START, WEEKLY],
      ['every second week', START, { every: 2, times: 12, weekday: 2 }],
      ['once', START, { every: 1, times: 1, weekday: 2 }],
      ['the first Tuesday', START, { every: 1, times: 6, weekday: 2, nth: 1 }],
      [
        'the third Monday over the change of the clock',
        Date.UTC(2026, 11, 21, 16, 0),
        { every: 1, times: 5, weekday: 1, nth: 3 },
      ],
      [
        'the last Friday of every second month',
        Date.UTC(2027, 0, 29, 8, 0),
        { every: 2, times: 3, weekday: 5, nth: 'last' },
      ],
      ['on Sundays, in January', Date.UTC(2027, 0, 3, 9, 0), { every: 1, times: 4, weekday: 7 }],
      ['on the last day of the year', Date.UTC(2026, 11, 31, 22, 30), { every: 1, times: 3, weekday: 4 }],
    ] as const)('CH5 a repetition is read as it was written: %s', async (_name, start, recurrence) => {
      await host.write({ start, end: start + 35 * MINUTE, recurrence });
      expect(await host.read()).toMatchObject({ start, end: start + 35 * MINUTE, recurrence });
    });

    test('CH6 a series moves to another time, and keeps its pattern', async () => {
      await host.write({ start: START, end: START + 35 * MINUTE, recurrence: WEEKLY });
      const later = START + 60 * MINUTE;
      await host.write({ start: later, end: later + 50 * MINUTE, recurrence: WEEKLY });
      expect(await host.read()).toMatchObject({ start: later, end: later + 50 * MINUTE, recurrence: WEEKLY });
    });

    test('CH7 a series becomes a single meeting', async () => {
      await host.write({ start: START, end: START + 35 * MINUTE, recurrence: WEEKLY });
      await host.write({ start: START, end: START + 30 * MINUTE, recurrence: undefined });
      expect(await host.read()).toMatchObject({
        start: START,
        end: START + 30 * MINUTE,
        recurrence: undefined,
      });
    });

    test('CH8 another repetition is read as "other", and can be put back after it was replaced', async () => {
      await opened.type({ start: START, end: START + 30 * MINUTE, recurrence: 'other' });
      const before = await host.read();
      expect(before.recurrence).toBe('other');
      await host.write({ start: START, end: START + 35 * MINUTE, recurrence: WEEKLY });
      expect((await host.read()).recurrence).toEqual(WEEKLY);
      await host.write(before);
      expect(await host.read()).toEqual(before);
    });

    test('CH9 an end before the start is refused, and nothing changes', async () => {
      const before = await host.read();
      const wrong = host.write({ subject: 'No', start: START, end: START - MINUTE });
      expect(await failureOf(wrong)).toEqual({ kind: 'refused', code: '9010' });
      expect(await host.read()).toEqual(before);
    });

    test.each(['attendees', 'times'] as const)(
      'CH10 when %s cannot be written, everything is as before',
      async (what) => {
        await opened.type({ subject: 'Antes', bodyHtml: '<p>Antes</p>', attendees: [HUGO] });
        const before = await host.read();
        await opened.refuseNext(what);
        const wrong = host.write({
          subject: 'Después',
          bodyHtml: BODY,
          attendees: [IRENE],
          start: START,
          end: START + 35 * MINUTE,
          recurrence: WEEKLY,
        });
        await failureOf(wrong);
        expect(await host.read()).toEqual(before);
      },
    );

    test('CH11 a change of attendees, time or repetition by somebody else is told', async () => {
      let heard = 0;
      const stop = host.onChange(() => (heard += 1));
      await aWhile();
      await opened.type({ attendees: [IRENE] });
      await eventually(() => heard > 0);
      expect(heard).toBe(1);
      await opened.type({ start: START, end: START + 30 * MINUTE });
      await eventually(() => heard > 1);
      expect(heard).toBeGreaterThan(1);
      const so = heard;
      await opened.type({ recurrence: 'other' });
      await eventually(() => heard > so);
      expect(heard).toBeGreaterThan(so);
      stop();
      const then = heard;
      await opened.type({ attendees: [] });
      await aWhile();
      expect(heard).toBe(then);
    });

    test('CH12 our own writes are not told', async () => {
      let heard = 0;
      host.onChange(() => (heard += 1));
      await aWhile();
      await host.write({ attendees: [IRENE], start: START, end: START + 35 * MINUTE, recurrence: WEEKLY });
      await aWhile();
      expect(heard).toBe(0);
      await opened.type({ attendees: [IRENE, HUGO] });
      await eventually(() => heard > 0);
      expect(heard).toBe(1);
    });

    test('CH13 the property of the item: none, then what was written, in a pane opened anew too', async () => {
      expect(await host.readProperty()).toBeUndefined();
      await host.writeProperty('{"v":1,"x":"ñ \\" 日"}');
      expect(await host.readProperty()).toBe('{"v":1,"x":"ñ \\" 日"}');
      expect(await (await opened.reopen()).readProperty()).toBe('{"v":1,"x":"ñ \\" 日"}');
    });

    test('CH14 a property beyond 2,500 characters is refused and changes nothing', async () => {
      await host.writeProperty('before');
      expect((await failureOf(host.writeProperty('x'.repeat(2501)))).kind).toBe('refused');
      expect(await host.readProperty()).toBe('before');
    });

    test('CH15 an item has an id once it is saved', async () => {
      expect(await host.savedId()).toBeUndefined();
      const id = await opened.save();
      expect(await host.savedId()).toBe(id);
    });

    test('CH16 settings stay with the mailbox; one that could not be kept reads as before', async () => {
      expect(host.readSetting('k')).toBeUndefined();
      await host.writeSetting('k', 'uno "ñ"');
      expect(host.readSetting('k')).toBe('uno "ñ"');
      await opened.refuseNext('settings');
      await failureOf(host.writeSetting('k', 'dos'));
      expect(host.readSetting('k')).toBe('uno "ñ"');
      expect((await opened.reopen()).readSetting('k')).toBe('uno "ñ"');
    });

    test('CH17 the form closes', async () => {
      await host.discard();
      await eventually(() => opened.isClosed());
      expect(await opened.isClosed()).toBe(true);
    });

    test('CH18 the theme and its changes', async () => {
      expect(host.theme.get()).toBe('light');
      let heard = 0;
      const stop = host.theme.subscribe(() => (heard += 1));
      await opened.showTheme('dark');
      await eventually(() => heard > 0);
      expect([heard, host.theme.get()]).toEqual([1, 'dark']);
      await opened.showTheme('contrast');
      await eventually(() => heard > 1);
      expect([heard, host.theme.get()]).toEqual([2, 'contrast']);
      stop();
      await opened.showTheme('light');
      await aWhile();
      expect(heard).toBe(2);
    });
  });
}

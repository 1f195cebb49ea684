import { cancellable } from '../../src/app/cancel';
import type { Announcing, Notice, NoticePlace, TeamChannel } from '../../src/app/ports/announcing';
import { failureOf, NEVER } from './outcome';

export type OpenedAnnouncing = {
  readonly announcing: Announcing;
  /** Without the consent for the tier `live`. Undefined where that cannot be arranged. */
  readonly withoutConsent?: Announcing;
  /** Somebody who is in none of these places. Undefined where nobody can be that. */
  readonly stranger?: Announcing;
  readonly chat: string;
  /** Undefined where there is no team. */
  readonly channel?: TeamChannel;
  /** The directory's id of a member of the chat and team; sends nothing. */
  readonly colleague: string;
  /** Of somebody who is in neither. */
  readonly outsider?: string;
  /** HTML of what was said, oldest first. Undefined where that cannot be seen. */
  readonly heard?: (where: { readonly chat: string } | TeamChannel) => Promise<readonly string[]>;
  /** What the colleague got, oldest first. Undefined where that cannot be seen. */
  readonly notices?: () => Promise<readonly { readonly kind: string; readonly preview: string }[]>;
  close(): Promise<void>;
};

const NOTICE: Notice = {
  kind: 'asked',
  preview: 'Prueba de Cadencia: mover la sesión del mar 8 dic',
  parameters: { series: 'Semanal de Marketing y Ventas' },
};

/** What reaches people who open nothing (NC1 to NC4). */
export function announcingContract(name: string, open: () => Promise<OpenedAnnouncing>): void {
  describe(`announcing contract: ${name}`, () => {
    let opened: OpenedAnnouncing;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const places = (): readonly NoticePlace[] => [
      { kind: 'chat', chat: opened.chat },
      ...(opened.channel === undefined ? [] : [{ kind: 'team', team: opened.channel.team } as const]),
    ];

    test('NC1 what is said in the chat is said there, once', async () => {
      await opened.announcing.say(opened.chat, '<p>Próxima: <b>mar 8 dic</b> &amp; más</p>', NEVER);
      if (opened.heard === undefined) return;
      const [only, ...more] = await opened.heard({ chat: opened.chat });
      expect(only).toContain('Próxima: <b>mar 8 dic</b> &amp; más');
      expect(more).toEqual([]);
      if (opened.channel !== undefined) expect(await opened.heard(opened.channel)).toEqual([]);
    });

    test('NC2 what is posted in the channel is a message of its own there', async () => {
      if (opened.channel === undefined) return;
      await opened.announcing.post(opened.channel, '<p>Próxima: mar 8 dic</p>', NEVER);
      await opened.announcing.post(opened.channel, '<p>Próxima: mar 15 dic</p>', NEVER);
      if (opened.heard === undefined) return;
      expect(await opened.heard(opened.channel)).toEqual([
        expect.stringContaining('8 dic'),
        expect.stringContaining('15 dic'),
      ]);
    });

    test('NC3 a notice reaches one member of the chat or team', async () => {
      for (const where of places()) await opened.announcing.notify(where, opened.colleague, NOTICE, NEVER);
      const got = await opened.notices?.();
      if (got === undefined) return;
      expect(got).toHaveLength(places().length);
      for (const one of got) expect(one).toMatchObject({ kind: 'asked', preview: NOTICE.preview });
    });

    test('NC4 strangers, missing consent, nobody and cancelled ones get nothing across', async () => {
      const { announcing, stranger, withoutConsent, chat, channel, colleague, outsider } = opened;
      const outside = ['notFound', 'denied'];
      expect(outside).toContain(
        (await failureOf(announcing.say('19:meeting_bm93aGVyZQ@thread.v2', '<p>a</p>', NEVER))).kind,
      );
      if (stranger !== undefined) {
        expect(outside).toContain((await failureOf(stranger.say(chat, '<p>a</p>', NEVER))).kind);
        if (channel !== undefined)
          expect(outside).toContain((await failureOf(stranger.post(channel, '<p>a</p>', NEVER))).kind);
        for (const where of places())
          expect(outside).toContain((await failureOf(stranger.notify(where, colleague, NOTICE, NEVER))).kind);
      }
      if (withoutConsent !== undefined) {
        const consent = { kind: 'consent', tier: 'live' };
        expect(await failureOf(withoutConsent.say(chat, '<p>a</p>', NEVER))).toEqual(consent);
        for (const where of places())
          expect(await failureOf(withoutConsent.notify(where, colleague, NOTICE, NEVER))).toEqual(consent);
        if (channel !== undefined)
          expect(await failureOf(withoutConsent.post(channel, '<p>a</p>', NEVER))).toEqual(consent);
      }
      if (outsider !== undefined)
        for (const where of places())
          expect(outside).toContain(
            (await failureOf(announcing.notify(where, outsider, NOTICE, NEVER))).kind,
          );
      const cancel = cancellable();
      cancel.cancel();
      expect(await failureOf(announcing.say(chat, '<p>a</p>', cancel))).toEqual({ kind: 'cancelled' });
      const [where] = places();
      if (where !== undefined)
        expect(await failureOf(announcing.notify(where, colleague, NOTICE, cancel))).toEqual({
          kind: 'cancelled',
        });
      expect((await opened.heard?.({ chat })) ?? []).toEqual([]);
      expect((await opened.notices?.()) ?? []).toEqual([]);
    });
  });
}

import type { HostTheme } from '../../src/app/ports/composeHost';
import type { ReadHost } from '../../src/app/ports/readHost';
import { failureOf } from './outcome';

export type OpenedReadHost = {
  readonly host: ReadHost;
  /** The next reading of the body is refused. */
  refuseNext(): Promise<void>;
  showTheme(theme: HostTheme): Promise<void>;
  close(): Promise<void>;
};

export type WhoReads = 'attendee' | 'organiser';

/**
 * What every appointment that is only read does (RA1 to RA5): a weekly of Rodrigo, Tuesdays 17:15 in Madrid, read in a
 * mailbox in Madrid that shows es-ES.
 */
export function readHostContract(name: string, open: (who: WhoReads) => Promise<OpenedReadHost>): void {
  describe(`read host contract: ${name}`, () => {
    let opened: OpenedReadHost | undefined;
    const hostFor = async (who: WhoReads) => (opened = await open(who)).host;
    afterEach(() => opened?.close());

    test('RA1 it tells language and zone', async () => {
      const host = await hostFor('attendee');
      expect([host.locale, host.zone]).toEqual(['es-ES', 'Europe/Madrid']);
    });

    test('RA2 everything that is shown is read', async () => {
      const { bodyHtml, ...others } = await (await hostFor('attendee')).read();
      expect(others).toEqual({
        subject: 'Semanal de Marketing y Ventas',
        start: Date.UTC(2026, 11, 1, 16, 15),
        end: Date.UTC(2026, 11, 1, 16, 50),
        place: 'Sala Encina (Madrid)',
        isOrganiser: false,
        seriesZone: 'Europe/Madrid',
      });
      expect(bodyHtml).toContain('Punto <b>uno</b> &amp; más');
    });

    test('RA3 whoever organises it is told so', async () => {
      expect((await (await hostFor('organiser')).read()).isOrganiser).toBe(true);
    });

    test('RA4 a body that is not handed out is a failure of the port, and may be asked for again', async () => {
      const host = await hostFor('attendee');
      await opened?.refuseNext();
      expect(await failureOf(host.read())).toMatchObject({ kind: 'unavailable' });
      expect((await host.read()).subject).toBe('Semanal de Marketing y Ventas');
    });

    test('RA5 the theme and its changes are told', async () => {
      const host = await hostFor('attendee');
      const heard = new Promise<HostTheme>((resolve) => {
        host.theme.subscribe(() => resolve(host.theme.get()));
      });
      await opened?.showTheme('dark');
      expect(await heard).toBe('dark');
    });
  });
}

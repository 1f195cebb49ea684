import { broughtOnce } from '../../app/broughtOnce';
import type { ComposeHost } from '../../app/ports/composeHost';
import { PortFailure } from '../../app/ports/failure';
import { createCalls } from './calls';
import type { Fields } from './fields';
import { portFailure } from './failures';
import { outlookAround, type OutlookOptions, zonesOf } from './office';
import { themeOf } from './theme';

const PROPERTY = 'cadencia';
const PROPERTY_LENGTH = 2500;
/** Where no zone is known, series are written in this one: their first date at least is right. */
const NO_ZONE = 'UTC';

/**
 * The appointment form that Outlook shows beside the pane, over Office.js. Undefined where there is none that the
 * pane could fill: a plain browser window, a form for reading, a client older than Mailbox 1.8.
 */
export async function outlookHost({
  ianaOf,
  page = window,
}: OutlookOptions): Promise<ComposeHost | undefined> {
  const office = await outlookAround(page);
  if (office === undefined) return undefined;
  const { mailbox } = office.context;
  const item = mailbox.item as Office.AppointmentCompose | null | undefined;
  if (!isComposed(item)) return undefined;

  const ask = createCalls();
  const told = mailbox.userProfile.timeZone;
  const zoneOf = zonesOf(office, ianaOf);
  const zone = told ? zoneOf(told) : undefined;
  const fields: Fields = {
    office,
    item,
    ask,
    ianaOf: zoneOf,
    zone: zone ?? NO_ZONE,
    zoneName: zone === undefined ? NO_ZONE : told,
  };
  const form = formLater(fields);

  return {
    locale: office.context.displayLanguage,
    theme: themeOf(office, page),
    zone,
    read: async () => (await form()).read(),
    write: async (change) => (await form()).write(change),
    onChange(run) {
      let forget = (): void => undefined;
      let wanted = true;
      // Without the script nothing is told; reading says what is wrong.
      form().then(
        ({ onChange }) => wanted && (forget = onChange(run)),
        () => undefined,
      );
      return () => {
        wanted = false;
        forget();
      };
    },
    async readProperty() {
      const properties = await ask<Office.CustomProperties>((done) => item.loadCustomPropertiesAsync(done));
      const value: unknown = properties.get(PROPERTY);
      return typeof value === 'string' ? value : undefined;
    },
    async writeProperty(value) {
      if (value.length > PROPERTY_LENGTH) throw new PortFailure({ kind: 'refused', code: '9020' });
      const properties = await ask<Office.CustomProperties>((done) => item.loadCustomPropertiesAsync(done));
      properties.set(PROPERTY, value);
      // Classic Windows keeps them with the item once that is saved or closed (facts of 2026-11).
      await ask<void>((done) => properties.saveAsync(done));
    },
    async savedId() {
      try {
        const id = await ask<string>((done) => item.getItemIdAsync(done));
        return mailbox.convertToRestId(id, office.MailboxEnums.RestVersion.v2_0);
      } catch (error) {
        if (isNotSaved(error)) return undefined;
        throw error;
      }
    },
    readSetting(key) {
      const value: unknown = office.context.roamingSettings.get(key);
      return typeof value === 'string' ? value : undefined;
    },
    async writeSetting(key, value) {
      const settings = office.context.roamingSettings;
      const before: unknown = settings.get(key);
      settings.set(key, value);
      try {
        await ask<void>((done) => settings.saveAsync(done));
      } catch (error) {
        // What was not kept must not read as kept.
        if (before === undefined || before === null) settings.remove(key);
        else settings.set(key, before);
        throw error;
      }
    },
    async discard() {
      try {
        // Asks the person where there is something to lose; appointments have no way to close without asking.
        item.close();
      } catch (error) {
        throw portFailure(error);
      }
    },
  };
}

/** The script that reads and writes forms, asked for once; after a failure anew. */
function formLater(fields: Fields): () => Promise<Pick<ComposeHost, 'read' | 'write' | 'onChange'>> {
  return broughtOnce(() =>
    import('./form').then(
      ({ formOver }) => formOver(fields),
      () => {
        throw new PortFailure({ kind: 'offline' });
      },
    ),
  );
}

/** A form for reading has a subject that is plain text. */
const isComposed = (item: Office.AppointmentCompose | null | undefined): item is Office.AppointmentCompose =>
  typeof item?.subject?.setAsync === 'function' && typeof item.start?.setAsync === 'function';

const isNotSaved = (error: unknown): boolean =>
  error instanceof PortFailure && error.failure.kind === 'refused' && error.failure.code === '9046';

import type { OfficeRecurrence } from './officeRecurrence';
import type { Watching } from './standInOffice';
import { callbackOf, resultOf, type Send } from './standInResult';
import { StandInSeriesTime } from './standInSeriesTime';

type Recurrence = Omit<OfficeRecurrence, 'seriesTimeJson'> & { readonly seriesTime: StandInSeriesTime };

const coercion = (type: unknown) => (type === 'html' ? 3 : 0);
const LONGEST_PROPERTIES = 2500;

/** An appointment in the form, with the calls that the real one sends under the same numbers. */
export function standInItem(send: Send, watch: Watching, seriesId: string | null): object {
  const call =
    (dispatchId: number, params: unknown, read?: (value: unknown) => unknown) =>
    (rest: readonly unknown[]): void =>
      send(dispatchId, params, (answer) => callbackOf(rest)?.(resultOf(answer, read)));

  const recipients = (recipientField: number) => ({
    getAsync: (...rest: unknown[]) => call(15, { recipientField }, emailsOf)(rest),
    setAsync: (people: readonly unknown[], ...rest: unknown[]) =>
      call(21, { recipientField, recipientArray: people.map(recipientOf) })(rest),
    addAsync: (people: readonly unknown[], ...rest: unknown[]) =>
      call(22, { recipientField, recipientArray: people.map(recipientOf) })(rest),
  });
  const time = (TimeProperty: number) => ({
    getAsync: (...rest: unknown[]) => call(24, { TimeProperty }, (ms) => new Date(ms as number))(rest),
    setAsync: (when: Date, ...rest: unknown[]) => call(25, { TimeProperty, time: when.getTime() })(rest),
  });

  return {
    itemType: 'appointment',
    seriesId,
    subject: {
      getAsync: (...rest: unknown[]) => call(18, {})(rest),
      setAsync: (subject: string, ...rest: unknown[]) => call(17, { subject })(rest),
    },
    location: {
      getAsync: (...rest: unknown[]) => call(26, {})(rest),
      setAsync: (location: string, ...rest: unknown[]) => call(27, { location })(rest),
    },
    body: {
      getAsync: (type: string, ...rest: unknown[]) => call(37, { coercionType: coercion(type) })(rest),
      getTypeAsync: (...rest: unknown[]) => call(14, {})(rest),
      setAsync: (data: string, ...rest: unknown[]) =>
        call(38, { data, coercionType: coercion(optionsOf(rest)['coercionType']) })(rest),
      prependAsync: (data: string, ...rest: unknown[]) =>
        call(23, { data, coercionType: coercion(optionsOf(rest)['coercionType']) })(rest),
    },
    requiredAttendees: recipients(0),
    optionalAttendees: recipients(1),
    start: time(1),
    end: time(2),
    recurrence: {
      getAsync: (...rest: unknown[]) => call(103, {}, recurrenceOf)(rest),
      setAsync(pattern: Recurrence | null, ...rest: unknown[]) {
        if (seriesId !== null) throw new TypeError('recurrence: an occurrence has none of its own');
        const { seriesTime, ...others } = pattern ?? {};
        const recurrenceData = pattern === null ? null : { ...others, seriesTimeJson: seriesTime?.toJson() };
        call(104, { recurrenceData })(rest);
      },
    },
    loadCustomPropertiesAsync: (...rest: unknown[]) =>
      call(3, {}, (value) => standInProperties(send, value as { customProperties: string }))(rest),
    saveAsync: (...rest: unknown[]) => call(32, {})(rest),
    getItemIdAsync: (...rest: unknown[]) => call(164, {})(rest),
    close: () => call(41, {})([]),
    notificationMessages: {
      addAsync: (key: string, message: object, ...rest: unknown[]) => call(33, { key, ...message })(rest),
      removeAsync: (key: string, ...rest: unknown[]) => call(36, { key })(rest),
    },
    ...watch,
  };
}

const optionsOf = (rest: readonly unknown[]): Record<string, unknown> =>
  typeof rest[0] === 'object' && rest[0] !== null ? (rest[0] as Record<string, unknown>) : {};

function recipientOf(one: unknown): object {
  if (typeof one === 'string') return { address: one, name: one };
  const { emailAddress, displayName } = one as { emailAddress?: string; displayName?: string };
  return { address: emailAddress, name: displayName };
}

const emailsOf = (value: unknown) =>
  (value as { address: string; name: string }[]).map(({ address, name }) => ({
    emailAddress: address,
    displayName: name,
    recipientType: 'user',
    appointmentResponse: 'none',
  }));

function recurrenceOf(value: unknown): object | null {
  if (value === null) return null;
  const { seriesTimeJson, ...others } = value as OfficeRecurrence;
  return { ...others, seriesTime: StandInSeriesTime.of(seriesTimeJson) };
}

/** The custom properties of an item, as they were loaded. */
export function standInProperties(
  send: Send,
  { customProperties: json }: { customProperties: string },
): object {
  const all = JSON.parse(json) as Record<string, unknown>;
  return {
    get: (key: string) => all[key],
    set: (key: string, value: string) => void (all[key] = value),
    remove: (key: string) => void delete all[key],
    getAll: () => ({ ...all }),
    saveAsync(...rest: unknown[]) {
      if (JSON.stringify(all).length > LONGEST_PROPERTIES) throw new RangeError('customProperties: too long');
      send(4, { customProperties: { ...all } }, (answer) => callbackOf(rest)?.(resultOf(answer, undefined)));
    },
  };
}

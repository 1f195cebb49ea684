import { localAt, msOf, withStart, type Appointment, type Notice, type Person } from './appointment';
import { fromOfficeRecurrence, toOfficeRecurrence, type OfficeRecurrence } from './officeRecurrence';
import { plainText } from './plainText';

/** What lies behind the form: the mailbox, and the window that shows it. */
export type FormKeeper = {
  /** Stores the item without telling anybody and answers its id. */
  save(): Promise<string>;
  /** Asks the person when there is something to lose. */
  close(): void;
  readonly settings: { get(): Record<string, string>; set(all: Record<string, string>): void };
};

/** Numbers of Office.js; those that a form can answer with. */
export const OFFICE_ERROR = {
  notSupported: 5000,
  invalidEndTime: 9010,
  tooMuch: 9020,
  saveError: 9021,
  duplicateKey: 9023,
  keyNotFound: 9024,
  tooManyNotices: 9025,
  invalidRecurrence: 9034,
  invalidZone: 9037,
  itemNotSaved: 9046,
} as const;

/** A call that the form refuses. */
export class OfficeRefusal extends Error {
  constructor(readonly code: number) {
    super(`Office ${code}`);
  }
}

type Params = Readonly<Record<string, unknown>>;
type Call = (form: Appointment, params: Params, keeper: FormKeeper) => unknown;

const HTML = 3;
const NOTICES = 5;
const field = (params: Params) => (params['recipientField'] === 1 ? 'optional' : 'required');

const peopleOf = (params: Params): Person[] =>
  (params['recipientArray'] as { address?: string; name?: string }[]).map(({ address, name }) => ({
    mail: address ?? name ?? '',
    name: name ?? address ?? '',
  }));

const toOffice = ({ name, mail }: Person) => ({
  address: mail,
  name,
  appointmentResponse: 0,
  recipientType: 2,
});

/** Adding somebody who stands there already changes nothing. */
const together = (there: readonly Person[], more: readonly Person[]): readonly Person[] => [
  ...there,
  ...more.filter(({ mail }) => !there.some((one) => one.mail.toLowerCase() === mail.toLowerCase())),
];

function setTime(form: Appointment, params: Params): void {
  const state = form.get();
  // The strictest client's behaviour: Windows does not take the times of a series this way.
  if (state.repeat !== undefined) throw new OfficeRefusal(OFFICE_ERROR.notSupported);
  const time = localAt(params['time'] as number, state.zone);
  if (params['TimeProperty'] === 1) {
    form.change(withStart(state, time));
  } else {
    if (msOf(time, state.zone) < msOf(state.start, state.zone))
      throw new OfficeRefusal(OFFICE_ERROR.invalidEndTime);
    form.change({ end: time });
  }
}

function setRecurrence(form: Appointment, params: Params): void {
  const told = params['recurrenceData'] as OfficeRecurrence | null;
  if (told === null) return form.change({ repeat: undefined });
  const read = fromOfficeRecurrence(told, form.get().zone);
  if (read === 'badZone') throw new OfficeRefusal(OFFICE_ERROR.invalidZone);
  if (read === 'badPattern') throw new OfficeRefusal(OFFICE_ERROR.invalidRecurrence);
  form.change(read);
}

function addNotice(form: Appointment, params: Params): void {
  const { notices } = form.get();
  if (notices.some(({ key }) => key === params['key'])) throw new OfficeRefusal(OFFICE_ERROR.duplicateKey);
  if (notices.length >= NOTICES) throw new OfficeRefusal(OFFICE_ERROR.tooManyNotices);
  form.change({ notices: [...notices, params as Notice] });
}

function changeNotice(form: Appointment, params: Params, next: readonly Notice[]): void {
  const { notices } = form.get();
  if (!notices.some(({ key }) => key === params['key'])) throw new OfficeRefusal(OFFICE_ERROR.keyNotFound);
  form.change({ notices: [...notices.filter(({ key }) => key !== params['key']), ...next] });
}

const asHtml = (params: Params): string =>
  params['coercionType'] === HTML ? String(params['data']) : plainText.toHtml(String(params['data']));

/** By dispatch id, as the web client of Office.js 1.1.110 numbers them. */
const CALLS: Readonly<Record<number, Call>> = {
  3: (form) => ({ wasSuccessful: true, customProperties: JSON.stringify(form.get().properties) }),
  4: (form, params) => form.change({ properties: params['customProperties'] as Record<string, unknown> }),
  14: () => 'html',
  15: (form, params) => form.get()[field(params)].map(toOffice),
  17: (form, params) => form.change({ subject: String(params['subject']) }),
  18: (form) => form.get().subject,
  21: (form, params) => form.change({ [field(params)]: together([], peopleOf(params)) }),
  22: (form, params) =>
    form.change({ [field(params)]: together(form.get()[field(params)], peopleOf(params)) }),
  23: (form, params) => form.change({ bodyHtml: asHtml(params) + form.get().bodyHtml }),
  24: (form, params) => {
    const { start, end, zone } = form.get();
    return msOf(params['TimeProperty'] === 1 ? start : end, zone);
  },
  25: setTime,
  26: (form) => form.get().location,
  27: (form, params) => form.change({ location: String(params['location']) }),
  32: (_form, _params, keeper) => keeper.save(),
  33: addNotice,
  34: (form) => form.get().notices,
  35: (form, params) => changeNotice(form, params, [params as Notice]),
  36: (form, params) => changeNotice(form, params, []),
  37: (form, params) =>
    params['coercionType'] === HTML ? form.get().bodyHtml : plainText.ofHtml(form.get().bodyHtml),
  38: (form, params) => form.change({ bodyHtml: asHtml(params) }),
  41: (_form, _params, keeper) => keeper.close(),
  103: (form) => toOfficeRecurrence(form.get()),
  104: setRecurrence,
  154: (form) =>
    form.get().location === '' ? [] : [{ locationIdentifier: { id: form.get().location, type: 1 } }],
  164: (form) => {
    const id = form.get().eventId;
    if (id === undefined) throw new OfficeRefusal(OFFICE_ERROR.itemNotSaved);
    return id;
  },
  404: (_form, params, keeper) => keeper.settings.set(params[0 as never] as Record<string, string>),
};

/** Answers one call; refuses with OfficeRefusal. An id that nobody knows is not supported. */
export async function officeCall(
  dispatchId: number,
  params: unknown,
  form: Appointment,
  keeper: FormKeeper,
): Promise<unknown> {
  const call = CALLS[dispatchId];
  if (call === undefined) throw new OfficeRefusal(OFFICE_ERROR.notSupported);
  return (await call(form, (params ?? {}) as Params, keeper)) ?? null;
}

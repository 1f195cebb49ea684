import type { FormEvent, OfficeThemeColours } from './paneHost';
import { standInActions } from './standInActions';
import { standInItem } from './standInItem';
import { standInReadItem } from './standInReadItem';
import { callbackOf, resultOf, type Answer, type Send } from './standInResult';
import { StandInSeriesTime } from './standInSeriesTime';
import { isFromHost, type FromPane, type StandInInitial } from './standInWire';

export type Handler = (args: object) => void;

/** How long a page waits before it concludes that no host shows it, as Office.js does in a plain browser window. */
const HOST_ANSWERS_MS = 3_000;
/** The newest set that the stand-in keeps; what it lacks, the pane does not use. */
const MAILBOX = [1, 14] as const;

/** `Office` as far as an appointment's pane uses it, over the form in `host`'s page. */
export function createStandIn(host: Window, hostOrigin: string): unknown {
  let last = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  const handlers = new Map<string, Handler[]>();
  const say = (message: FromPane) => host.postMessage(message, hostOrigin);
  const send: Send = (dispatchId, params, answered) => {
    last += 1;
    waiting.set(last, answered);
    say({ standIn: 'call', id: last, dispatchId, params });
  };
  const actions = standInActions((options) => say({ standIn: 'completed', options }));
  const emit = (type: string, args: object) => handlers.get(type)?.forEach((run) => run({ type, ...args }));
  const context: Record<string, unknown> = {
    requirements: { isSetSupported: supports },
    diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '16.01' },
  };

  const ready = new Promise<{ host: string | null; platform: string | null }>((resolve) => {
    const nobody = setTimeout(() => resolve({ host: null, platform: null }), HOST_ANSWERS_MS);
    window.addEventListener('message', ({ source, origin, data }: MessageEvent) => {
      if (source !== host || origin !== hostOrigin || !isFromHost(data)) return;
      switch (data.standIn) {
        case 'initial':
          clearTimeout(nobody);
          fill(context, data.initial, send, handlers);
          return resolve({ host: 'Outlook', platform: 'OfficeOnline' });
        case 'theme':
          context['officeTheme'] = data.theme;
          return emit('officeThemeChanged', { officeTheme: data.theme });
        case 'launch':
          return actions.launch(data.action);
        case 'event':
          return emit(data.event.type, argumentsOf(data.event));
        case 'answer':
        case 'refusal':
          waiting.get(data.id)?.(data.standIn === 'answer' ? { value: data.value } : { code: data.code });
          waiting.delete(data.id);
      }
    });
    if (host !== window) say({ standIn: 'hello' });
  });

  return {
    context,
    actions: { associate: actions.associate },
    onReady: (run?: (info: object) => void) => {
      if (run !== undefined) void ready.then(run);
      return ready;
    },
    SeriesTime: StandInSeriesTime,
    HostType: { Outlook: 'Outlook' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    CoercionType: { Html: 'html', Text: 'text' },
    EventType: {
      RecipientsChanged: 'olkRecipientsChanged',
      AppointmentTimeChanged: 'olkAppointmentTimeChanged',
      RecurrenceChanged: 'olkRecurrenceChanged',
      OfficeThemeChanged: 'officeThemeChanged',
    },
    MailboxEnums: { RestVersion: { v2_0: 'v2.0' } },
  };
}

function supports(name: string, version = '1.1'): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (name.toLowerCase() === 'nestedappauth') return major === 1 && minor <= 1;
  return name.toLowerCase() === 'mailbox' && major === MAILBOX[0] && minor <= MAILBOX[1];
}

function fill(
  context: Record<string, unknown>,
  { locale, user, settings, theme, seriesId, reading }: StandInInitial,
  send: Send,
  handlers: Map<string, Handler[]>,
): void {
  // Each value is JSON of its own, as the real one keeps them.
  const known: Record<string, string> = { ...settings };
  const watch = watching(handlers);
  Object.assign(context, {
    displayLanguage: locale,
    contentLanguage: locale,
    officeTheme: theme satisfies OfficeThemeColours,
    roamingSettings: {
      get: (key: string): unknown => (known[key] === undefined ? undefined : JSON.parse(known[key])),
      set: (key: string, value: unknown) => void (known[key] = JSON.stringify(value)),
      remove: (key: string) => void delete known[key],
      saveAsync: (run?: (result: object) => void) =>
        send(404, [{ ...known }], (answer) => run?.(resultOf(answer, undefined))),
    },
    mailbox: {
      item: reading === null ? standInItem(send, watch, seriesId) : standInReadItem(send, reading),
      userProfile: { displayName: user.name, emailAddress: user.mail, timeZone: user.zone },
      convertToRestId: (id: string) => id.replace(/\//g, '-').replace(/\+/g, '_'),
      ...watch,
    },
  });
}

export type Watching = ReturnType<typeof watching>;

function watching(handlers: Map<string, Handler[]>) {
  return {
    addHandlerAsync(type: string, handler: Handler, ...rest: readonly unknown[]): void {
      handlers.set(type, [...(handlers.get(type) ?? []), handler]);
      callbackOf(rest)?.(resultOf({ value: undefined }, undefined));
    },
    /** Takes away all handlers of the type, as Outlook does. */
    removeHandlerAsync(type: string, ...rest: readonly unknown[]): void {
      handlers.delete(type);
      callbackOf(rest)?.(resultOf({ value: undefined }, undefined));
    },
  };
}

function argumentsOf({ type, data }: FormEvent): object {
  if (type !== 'olkRecipientsChanged') return data;
  return { changedRecipientFields: data };
}

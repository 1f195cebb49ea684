import { OfficeRefusal } from './officeCalls';
import { answerCall, eventsOf, OFFICE_THEMES, type PaneHost } from './paneHost';
import { readItemData } from './readItem';

// The host's side of the real Office.js on the web, as its version 1.1.110 speaks (facts/stack.md, section 8).

const CONVERSATION = 'outlook-demo';
const CONTROL = 'cadencia-pane';
const OUTLOOK_WEB = 64;
const APPOINTMENT_COMPOSE = 5;
const APPOINTMENT_READ = 2;
const READ_WRITE_ITEM = 3;
const TODAYS_SETS = { mailbox: '1.14', nestedappauth: '1.1' };

const REQUEST = 0;
const RESPONSE = 1;
const INVOKE = 0;
const REGISTER = 1;
const FOR_CALLING = 0;
const FOR_EVENT = 1;
/** The event that runs a function of the page, and the number of the call that tells that it is done. */
const COMMAND = 'appCommandInvoked';
const COMPLETED = 94;
const LAUNCHED = 'launched';

type Request = {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data?: unknown;
};

/** The address and name of a frame in which Office.js finds its host; the name must be set before it enters the page. */
export function officeFrame(
  page: string,
  hostOrigin: string,
  locale: string,
): { address: string; name: string } {
  const hostInfo = `Outlook$Web$16.01$${locale}$telemetry$$$0`;
  // Read as it stands: nothing of it may be encoded.
  const xdmInfo = `${CONVERSATION}|${CONTROL}|${hostOrigin}`;
  return {
    address: `${page}?_host_Info=${encodeURIComponent(hostInfo)}#&_xdm_Info=${xdmInfo}`,
    name: JSON.stringify({ hostInfo, xdmInfo }),
  };
}

/** Answers the real Office.js in the frame whose origin is `origin`, and nobody else. Returns how to stop. */
export function officeChannel(frame: () => Window | null, origin: string, host: PaneHost): () => void {
  const heard = new Set<string>();

  const post = (name: string, correlation: number, type: number, data: unknown, error = 0) =>
    frame()?.postMessage(
      JSON.stringify({
        _messageType: RESPONSE,
        _actionName: name,
        _conversationId: CONVERSATION,
        _correlationId: correlation,
        _origin: location.origin,
        _data: data,
        _errorCode: error,
        _responseType: type,
        _serializerVersion: 1,
      }),
      origin,
    );

  const listen = (event: MessageEvent) => {
    const source = frame();
    if (source === null || event.source !== source || event.origin !== origin) return;
    const request = requestOf(event.data);
    if (request === undefined) return;
    const { _actionName: name, _correlationId: correlation } = request;
    const reply = (data: unknown) => post(name, correlation, FOR_CALLING, data);
    if ((request._actionType ?? INVOKE) !== INVOKE) {
      if (request._actionType === REGISTER) heard.add(name);
      else heard.delete(name);
      reply({ Error: 0 });
      if (name === COMMAND && request._actionType === REGISTER && host.launch !== undefined)
        post(COMMAND, 0, FOR_EVENT, [LAUNCHED, host.launch.action, '{}']);
      return;
    }
    void answer(request, host).then(reply);
  };

  window.addEventListener('message', listen);
  const stopForm = host.form.subscribe((changed) => {
    for (const { type, data } of eventsOf(host.form, changed)) {
      if (heard.has(type)) post(type, 0, FOR_EVENT, [JSON.stringify(told(type, data))]);
    }
  });
  const stopTheme = host.theme.subscribe(() => {
    if (heard.has('officeThemeChanged'))
      post('officeThemeChanged', 0, FOR_EVENT, [JSON.stringify(numbersOf(host))]);
  });
  return () => {
    window.removeEventListener('message', listen);
    stopForm();
    stopTheme();
  };
}

/** Colours go as numbers here. */
function numbersOf({ theme }: PaneHost): Readonly<Record<string, number>> {
  const colours = Object.entries(OFFICE_THEMES[theme.get()]).flatMap(([name, colour]) =>
    typeof colour === 'string' ? [[name, parseInt(colour.slice(1), 16)] as const] : [],
  );
  return Object.fromEntries(colours);
}

/** A repetition is JSON inside of JSON. */
const told = (type: string, data: object): object =>
  type === 'olkRecurrenceChanged'
    ? { recurrence: JSON.stringify((data as { recurrence: unknown }).recurrence) }
    : data;

function requestOf(data: unknown): Request | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data) as Partial<Request> | null;
    return message?._messageType === REQUEST && message._conversationId === CONVERSATION
      ? (message as Request)
      : undefined;
  } catch {
    // Other scripts of the page post messages too.
    return undefined;
  }
}

async function answer({ _actionName: name, _data: data }: Request, host: PaneHost): Promise<unknown> {
  switch (name) {
    case 'ContextActivationManager_getAppContextAsync':
      return appContext(host);
    case 'GetInitialData':
      return initialData(host);
    case 'ExecuteMethod':
      return execute(data as { MethodData: { DispatchId: number }; ApiParams: unknown }, host);
    case 'executeMethod':
      takeCompleted(data, host);
      return { Version: 1, Error: 0 };
    default:
      return {};
  }
}

/** What a function of the page said when it was done. */
function takeCompleted(data: unknown, { launch }: PaneHost): void {
  const told = data as { readonly 2?: string; readonly DdaMethod?: { readonly DispatchId: number } };
  if (launch === undefined || told.DdaMethod?.DispatchId !== COMPLETED) return;
  const said = JSON.parse(told[2] || '{}') as { readonly completedContext?: unknown };
  launch.completed(said.completedContext);
}

function appContext({ locale, keeper, sets = TODAYS_SETS }: PaneHost): object {
  return {
    _id: CONTROL,
    _appName: OUTLOOK_WEB,
    _appVersion: '16.01',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: location.href,
    _clientMode: 0,
    _settings: keeper.settings.get(),
    _reason: 1,
    _osfControlType: 0,
    _eToken: '',
    _correlationId: CONVERSATION,
    _appInstanceId: CONTROL,
    _requirementMatrix: JSON.stringify(sets),
    _hostFullVersion: '16.0.0.0',
    _appDomains: [],
    _addinName: 'Cadencia',
  };
}

function initialData({ user, form, reading }: PaneHost): object {
  return {
    ...(reading === undefined ? {} : readItemData(form, reading.organiser)),
    itemType: reading === undefined ? APPOINTMENT_COMPOSE : APPOINTMENT_READ,
    permissionLevel: READ_WRITE_ITEM,
    userDisplayName: user.name,
    userEmailAddress: user.mail,
    userTimeZone: user.zone,
    userProfileType: 'enterprise',
    hostVersion: '16.0.0.0',
    owaView: 'ThreeColumns',
    seriesId: form.get().seriesId ?? null,
    isRestIdSupported: true,
  };
}

async function execute(
  { MethodData, ApiParams }: { MethodData: { DispatchId: number }; ApiParams: unknown },
  host: PaneHost,
): Promise<object> {
  try {
    const data = await answerCall(host, MethodData.DispatchId, ApiParams);
    // Custom properties come without the envelope of all others.
    if (MethodData.DispatchId === 3) return data as object;
    return { error: false, wasSuccessful: true, data };
  } catch (error) {
    const errorCode = error instanceof OfficeRefusal ? error.code : 5001;
    return { error: true, wasSuccessful: false, errorCode };
  }
}

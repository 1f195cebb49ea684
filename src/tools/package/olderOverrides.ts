import type { Extension } from './manifest';
import { element, type Element } from './xml';

// What Outlooks that know buttons and events read of the older manifest, instead of its first part.

/** The words of one further language, by the paths of the manifest. */
export type Words = { readonly languageTag: string; readonly of: Readonly<Record<string, string>> };

const OVERRIDES = 'http://schemas.microsoft.com/office/mailappversionoverrides';
/** What the manifest's languages are called here. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-US', es: 'es-ES' };
const SURFACES: Readonly<Record<string, string>> = {
  meetingDetailsOrganizer: 'AppointmentOrganizerCommandSurface',
  meetingDetailsAttendee: 'AppointmentAttendeeCommandSurface',
};
const EVENTS: Readonly<Record<string, string>> = { appointmentSending: 'OnAppointmentSend' };
const MODES: Readonly<Record<string, string>> = {
  promptUser: 'PromptUser',
  softBlock: 'SoftBlock',
  block: 'Block',
};

type Ribbon = NonNullable<Extension['ribbons']>[number];

export const isEventful = ({ code }: NonNullable<Extension['runtimes']>[number]) => code.script !== undefined;

/** Buttons in both versions; events only in 1.1, which newer Outlooks take instead. */
export function versionOverrides(
  version: '1.0' | '1.1',
  extension: Extension,
  others: readonly Words[],
  newer: readonly Element[],
): Element {
  const { ribbons = [], runtimes = [] } = extension;
  const resources = createResources(others);
  const points = ribbons.flatMap((ribbon, at) => surfaces(ribbon, at, extension, resources));
  const eventful = version === '1.1' ? runtimes.find(isEventful) : undefined;
  const [anyPage = ''] = runtimes.map(({ code }) => code.page);
  const functions = resources.url('functions', eventful?.code.page ?? anyPage);
  const events = eventful === undefined ? [] : [launchEvents(extension, functions)];
  const running =
    eventful === undefined
      ? []
      : [
          element(
            'Runtimes',
            {},
            element(
              'Runtime',
              { resid: functions },
              element('Override', {
                type: 'javascript',
                resid: resources.url('script', eventful.code.script ?? ''),
              }),
            ),
          ),
        ];
  return element(
    'VersionOverrides',
    {
      xmlns: version === '1.0' ? OVERRIDES : `${OVERRIDES}/1.1`,
      'xsi:type': `VersionOverridesV${version.replace('.', '_')}`,
    },
    element(
      'Requirements',
      {},
      element('bt:Sets', { DefaultMinVersion: '1.8' }, element('bt:Set', { Name: 'Mailbox' })),
    ),
    element(
      'Hosts',
      {},
      element(
        'Host',
        { 'xsi:type': 'MailHost' },
        ...running,
        element('DesktopFormFactor', {}, element('FunctionFile', { resid: functions }), ...points, ...events),
      ),
    ),
    resources.element(),
    ...newer,
  );
}

function surfaces(
  ribbon: Ribbon,
  at: number,
  extension: Extension,
  resources: Resources,
): readonly Element[] {
  return (ribbon.contexts ?? []).flatMap((context) => {
    const surface = SURFACES[context];
    if (surface === undefined) return [];
    const tabs = ribbon.tabs.map(({ groups = [] }, tab) =>
      element(
        'OfficeTab',
        { id: 'TabDefault' },
        ...groups.map((group, place) => {
          const path = `extensions[0].ribbons[${at}].tabs[${tab}].groups[${place}]`;
          return element(
            'Group',
            { id: `${group.id}.${at}` },
            element('Label', { resid: resources.short(`${group.id}.${at}`, group.label, `${path}.label`) }),
            ...(group.controls ?? []).map((control, number) =>
              button(control, `${path}.controls[${number}]`, extension, resources),
            ),
          );
        }),
      ),
    );
    return [element('ExtensionPoint', { 'xsi:type': surface }, ...tabs)];
  });
}

type Control = NonNullable<NonNullable<Ribbon['tabs'][number]['groups']>[number]['controls']>[number];

function button(control: Control, path: string, extension: Extension, resources: Resources): Element {
  const { id, label, supertip, icons } = control;
  return element(
    'Control',
    { 'xsi:type': 'Button', id },
    element('Label', { resid: resources.short(`${id}.label`, label, `${path}.label`) }),
    element(
      'Supertip',
      {},
      element('Title', { resid: resources.short(`${id}.title`, supertip.title, `${path}.supertip.title`) }),
      element('Description', {
        resid: resources.long(`${id}.text`, supertip.description, `${path}.supertip.description`),
      }),
    ),
    element(
      'Icon',
      {},
      ...icons.map(({ size, url }) =>
        element('bt:Image', { size: String(size), resid: resources.image(`icon.${size}`, url) }),
      ),
    ),
    element(
      'Action',
      { 'xsi:type': 'ShowTaskpane' },
      element('SourceLocation', {
        resid: resources.url(`${id}.page`, pageOfAction(control.actionId, extension)),
      }),
    ),
  );
}

function launchEvents({ autoRunEvents = [] }: Extension, functions: string): Element {
  const events = autoRunEvents.flatMap(({ events: own }) => own);
  return element(
    'ExtensionPoint',
    { 'xsi:type': 'LaunchEvent' },
    element(
      'LaunchEvents',
      {},
      ...events.flatMap(({ type, actionId, options }) => {
        const [Type, mode] = [EVENTS[type], options && MODES[options.sendMode]];
        if (Type === undefined) return [];
        return [
          element('LaunchEvent', {
            Type,
            FunctionName: actionId,
            ...(mode !== undefined && { SendMode: mode }),
          }),
        ];
      }),
    ),
    element('SourceLocation', { resid: functions }),
  );
}

const pageOfAction = (actionId: string | undefined, { runtimes = [] }: Extension): string =>
  runtimes.find(({ actions = [] }) => actions.some(({ id }) => id === actionId))?.code.page ?? '';

export const pagesOf = ({ tabs }: Ribbon, extension: Extension): readonly string[] =>
  tabs
    .flatMap(({ groups = [] }) => groups)
    .flatMap(({ controls = [] }) => controls)
    .map(({ actionId }) => pageOfAction(actionId, extension));

type Resources = ReturnType<typeof createResources>;

/** Texts and addresses stand at the end of the file and are named where they are used. */
function createResources(others: readonly Words[]) {
  const kinds = {
    image: new Map<string, Element>(),
    url: new Map<string, Element>(),
    short: new Map<string, Element>(),
    long: new Map<string, Element>(),
  };
  const add = (kind: keyof typeof kinds, name: string, text: string, tag: string, path?: string): string => {
    const more = path === undefined ? [] : overrides('bt:Override', others, path);
    kinds[kind].set(name, element(tag, { id: name, DefaultValue: text }, ...more));
    return name;
  };
  return {
    image: (name: string, url: string) => add('image', name, url, 'bt:Image'),
    url: (name: string, url: string) => add('url', name, url, 'bt:Url'),
    short: (name: string, text: string, path: string) => add('short', name, text, 'bt:String', path),
    long: (name: string, text: string, path: string) => add('long', name, text, 'bt:String', path),
    element: () =>
      element(
        'Resources',
        {},
        element('bt:Images', {}, ...kinds.image.values()),
        element('bt:Urls', {}, ...kinds.url.values()),
        element('bt:ShortStrings', {}, ...kinds.short.values()),
        element('bt:LongStrings', {}, ...kinds.long.values()),
      ),
  };
}

export function overrides(name: string, others: readonly Words[], path: string): readonly Element[] {
  return others.flatMap(({ languageTag, of }) => {
    const text = of[path];
    return text === undefined ? [] : [element(name, { Locale: localeOf(languageTag), Value: text })];
  });
}

export const localeOf = (tag: string): string => LOCALES[tag] ?? tag;

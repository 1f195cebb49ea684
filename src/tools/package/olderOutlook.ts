import type { Json, Manifest } from './manifest';
import { isEventful, localeOf, overrides, pagesOf, versionOverrides, type Words } from './olderOverrides';
import { element, textElement, xmlFile, type Element } from './xml';

// The manifest for Outlooks that cannot read the unified one (Mac, perpetual and old ones), made from it: the same
// buttons, pages and events under an id of its own, which the unified one hides. Phones have no button beside an
// appointment in either form.

/** Icons that only this form names, by their side in pixels. */
export const OLDER_ICONS = [64, 128] as const;

const APP = 'http://schemas.microsoft.com/office/appforoffice/1.1';
const TYPES = 'http://schemas.microsoft.com/office/officeappbasictypes/1.0';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const FORMS: Readonly<Record<string, string>> = {
  meetingDetailsOrganizer: 'Edit',
  meetingDetailsAttendee: 'Read',
};

type Texts = Json &
  Manifest & { readonly developer: { readonly name: string; readonly websiteUrl: string } } & {
    readonly description: { readonly short: string };
    readonly name: { readonly short: string };
  };

/** Its id: the one that the unified manifest hides; undefined when it hides none, and then there is no such form. */
export const olderId = ({ extensions = [] }: Manifest): string | undefined =>
  extensions
    .flatMap(({ alternates = [] }) => alternates)
    .map(({ hide }) => hide?.customOfficeAddin?.officeAddinId)
    .find((id) => id !== undefined);

export function olderManifest(
  manifest: Json & Manifest,
  id: string,
  host: string,
  others: readonly Words[],
): string {
  const { developer, name, description, version, extensions = [] } = manifest as Texts;
  const [extension = {}] = extensions;
  const { ribbons = [], runtimes = [] } = extension;
  const home = `https://${host}/`;
  const local = (tag: string, text: string, path: string): Element =>
    element(tag, { DefaultValue: text }, ...overrides('Override', others, path));
  const forms = ribbons.flatMap(({ contexts = [] }) => contexts).flatMap((context) => FORMS[context] ?? []);
  const pageOf = (form: string) =>
    ribbons
      .filter(({ contexts = [] }) => contexts.some((context) => FORMS[context] === form))
      .map((ribbon) => pagesOf(ribbon, extension)[0] ?? home)[0] ?? home;
  return xmlFile(
    element(
      'OfficeApp',
      { xmlns: APP, 'xmlns:xsi': INSTANCE, 'xmlns:bt': TYPES, 'xsi:type': 'MailApp' },
      textElement('Id', id),
      textElement('Version', `${version}.0`),
      textElement('ProviderName', developer.name),
      textElement('DefaultLocale', localeOf(manifest.localizationInfo.defaultLanguageTag)),
      element('DisplayName', { DefaultValue: `${name.short} (Outlook)` }),
      local('Description', description.short, 'description.short'),
      element('IconUrl', { DefaultValue: `${home}icons/icon-64.png` }),
      element('HighResolutionIconUrl', { DefaultValue: `${home}icons/icon-128.png` }),
      element('SupportUrl', { DefaultValue: developer.websiteUrl }),
      element('AppDomains', {}, textElement('AppDomain', `https://${host}`)),
      element('Hosts', {}, element('Host', { Name: 'Mailbox' })),
      element(
        'Requirements',
        {},
        element('Sets', {}, element('Set', { Name: 'Mailbox', MinVersion: '1.8' })),
      ),
      element(
        'FormSettings',
        {},
        ...forms.map((form) =>
          element(
            'Form',
            { 'xsi:type': `Item${form}` },
            element(
              'DesktopSettings',
              {},
              element('SourceLocation', { DefaultValue: pageOf(form) }),
              ...(form === 'Read' ? [textElement('RequestedHeight', '450')] : []),
            ),
          ),
        ),
      ),
      textElement('Permissions', 'ReadWriteItem'),
      element(
        'Rule',
        { 'xsi:type': 'RuleCollection', Mode: 'Or' },
        ...forms.map((form) =>
          element('Rule', { 'xsi:type': 'ItemIs', ItemType: 'Appointment', FormType: form }),
        ),
      ),
      textElement('DisableEntityHighlighting', 'false'),
      versionOverrides(
        '1.0',
        extension,
        others,
        runtimes.some(isEventful) ? [versionOverrides('1.1', extension, others, [])] : [],
      ),
    ),
  );
}

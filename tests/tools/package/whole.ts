import { readManifest } from './sources';

// The manifest with everything that Outlook can have of us: what the read pane will add to it.

type Any = ReturnType<typeof JSON.parse>;

/** `manifest.json` with the attendees' pane. */
export function wholeManifest(): Any {
  const manifest = readManifest() as Any;
  const [outlook] = manifest.extensions;
  const [organiser] = outlook.ribbons;
  outlook.runtimes = [
    outlook.runtimes.find(({ id }: { id: string }) => id === 'compose'),
    {
      id: 'read',
      type: 'general',
      code: { page: 'https://{{host}}/read.html' },
      lifetime: 'short',
      actions: [{ id: 'openRead', type: 'openPage', view: 'read', pinnable: false }],
    },
    outlook.runtimes.find(({ id }: { id: string }) => id === 'sendCheck'),
  ];
  const control = organiser.tabs[0].groups[0].controls[0];
  outlook.ribbons = [
    organiser,
    {
      contexts: ['meetingDetailsAttendee'],
      tabs: [
        {
          builtInTabId: 'TabDefault',
          groups: [
            {
              id: 'cadenciaRead',
              label: 'Cadencia',
              controls: [
                {
                  ...control,
                  id: 'read',
                  label: 'Agenda and my tasks',
                  supertip: {
                    title: 'Agenda & my tasks',
                    description: 'What is planned, what is <mine>, and a problem to bring.',
                  },
                  actionId: 'openRead',
                },
              ],
            },
          ],
        },
      ],
    },
  ];
  return manifest;
}

/** The Spanish words of `wholeManifest`. */
export function wholeSpanish(): Record<string, unknown> {
  const at = 'extensions[0].ribbons[1].tabs[0].groups[0]';
  return {
    ...readManifest('es.json'),
    [`${at}.label`]: 'Cadencia',
    [`${at}.controls[0].label`]: 'Agenda y mis tareas',
    [`${at}.controls[0].supertip.title`]: 'Agenda y mis tareas',
    [`${at}.controls[0].supertip.description`]: 'Lo previsto, lo mío y un problema que traer.',
  };
}

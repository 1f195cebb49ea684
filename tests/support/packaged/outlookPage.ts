// Outlook on the web around a form that nobody sees: its pane runs Microsoft's own Office.js.
import {
  type AppointmentState,
  createAppointment,
  emptyAppointment,
  type Person,
} from '../../../src/demo/outlook/appointment';
import { officeChannel, officeFrame } from '../../../src/demo/outlook/officeChannel';
import type { PaneHost } from '../../../src/demo/outlook/paneHost';
import { signIn } from './hostFrame';

export type ReadAppointment = {
  readonly reader: Person;
  readonly organiser: Person;
  readonly state: AppointmentState;
};

const IRENE: Person = { name: 'Irene Valcárcel Soto', mail: 'irene.valcarcel@valdeolmo.example' };
const search = new URLSearchParams(window.location.search);
const pane = search.get('frame') ?? '';
const { origin } = new URL(pane);
/** Somebody else's appointment, when that is what is read; else a new one is written. */
const read = JSON.parse(search.get('read') ?? 'null') as ReadAppointment | null;
const form = createAppointment(read?.state ?? emptyAppointment(Date.now(), 'Europe/Madrid'));
const settings: { all: Record<string, string> } = { all: {} };
const host: PaneHost = {
  form,
  keeper: {
    async save() {
      form.change({ eventId: 'AAMk-packaged' });
      return 'AAMk-packaged';
    },
    close: () => undefined,
    settings: { get: () => settings.all, set: (all) => void (settings.all = all) },
  },
  user: { ...(read?.reader ?? IRENE), zone: 'Romance Standard Time' },
  ...(read !== null && { reading: { organiser: read.organiser } }),
  locale: 'es-ES',
  // Before 2024: no bridge, and its library says so.
  ...(search.get('outlook') === 'older' && { sets: { mailbox: '1.8' } }),
  theme: { get: () => 'light', subscribe: () => () => undefined },
};
const frame = document.createElement('iframe');
const { address, name } = officeFrame(pane, location.origin, 'es-ES');
frame.name = name;
signIn(frame, origin);
officeChannel(() => frame.contentWindow, origin, host);
frame.src = address;
document.body.append(frame);

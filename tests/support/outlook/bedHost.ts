// Runs in the browser: a host page with a form nobody sees, and a pane in a frame.
import type { AppointmentForm, HostTheme } from '../../../src/app/ports/composeHost';
import {
  createAppointment,
  emptyAppointment,
  localAt,
  type Appointment,
  type AppointmentState,
} from '../../../src/demo/outlook/appointment';
import { OFFICE_ERROR, OfficeRefusal } from '../../../src/demo/outlook/officeCalls';
import { officeChannel, officeFrame } from '../../../src/demo/outlook/officeChannel';
import type { PaneHost } from '../../../src/demo/outlook/paneHost';
import { watchable } from '../../../src/demo/outlook/page/look';
import { standInChannel } from '../../../src/demo/outlook/standInChannel';

export type Refused = 'attendees' | 'times' | 'settings' | 'body';

export type BedHost = {
  type(change: Partial<AppointmentForm>): void;
  save(): string;
  refuseNext(what: Refused): void;
  showTheme(theme: HostTheme): void;
  isClosed(): boolean;
  openPane(): void;
  state(): AppointmentState;
};

const NOW = Date.UTC(2026, 10, 24, 9, 7);
const ZONE = 'Europe/Madrid';
const asked = new URLSearchParams(location.search);
const pane = asked.get('pane') ?? '';
const real = asked.get('office') === 'real';
const reads = asked.get('reads');

const inner = createAppointment(emptyAppointment(NOW, ZONE));
const theme = watchable<HostTheme>('light');
let refused: Refused | undefined;
let closed = false;
let settings: Record<string, string> = {};

function unlessRefused(what: Refused, code: number): void {
  if (refused !== what) return;
  refused = undefined;
  throw new OfficeRefusal(code);
}

const IRENE = { name: 'Irene Valcárcel Soto', mail: 'irene.valcarcel@valdeolmo.example' };
const RODRIGO = { name: 'Rodrigo Beltrán Ayuso', mail: 'rodrigo.beltran@valdeolmo.example' };
// Of the contract of what is only read.
if (reads !== null)
  inner.change({
    eventId: 'AAMk-demo_1',
    subject: 'Semanal de Marketing y Ventas',
    bodyHtml: '<h2>Agenda</h2><p>Punto <b>uno</b> &amp; más</p>',
    start: '2026-12-01T17:15',
    end: '2026-12-01T17:50',
    location: 'Sala Encina (Madrid)',
    required: [IRENE],
    repeat: { kind: 'weekly', every: 1, days: ['tue'] },
  });

const form: Appointment = {
  ...inner,
  get() {
    unlessRefused('body', 9042);
    return inner.get();
  },
  change(change) {
    if ('required' in change || 'optional' in change) unlessRefused('attendees', 9012);
    if ('start' in change || 'end' in change || 'repeat' in change)
      unlessRefused('times', OFFICE_ERROR.invalidRecurrence);
    inner.change(change);
  },
};

const host: PaneHost = {
  form,
  keeper: {
    save: async () => save(),
    close: () => void (closed = true),
    settings: {
      get: () => settings,
      set(all) {
        unlessRefused('settings', 9019);
        settings = all;
      },
    },
  },
  user: { ...IRENE, zone: 'Romance Standard Time' },
  locale: 'es-ES',
  theme,
  ...(reads !== null && {
    // However a directory spells it.
    reading: { organiser: reads === 'organiser' ? { ...IRENE, mail: IRENE.mail.toUpperCase() } : RODRIGO },
  }),
};

function save(): string {
  inner.change({ eventId: 'AAMk-demo_1' });
  return 'AAMk-demo_1';
}

function stateOf({
  attendees,
  recurrence,
  start,
  end,
  ...others
}: Partial<AppointmentForm>): Partial<AppointmentState> {
  const people = (type: string) =>
    (attendees ?? []).filter((one) => one.type === type).map(({ name, mail }) => ({ name, mail }));
  return {
    ...others,
    ...(attendees && { required: people('required'), optional: people('optional') }),
    ...(start !== undefined && { start: localAt(start, ZONE) }),
    ...(end !== undefined && { end: localAt(end, ZONE) }),
    ...(recurrence === 'other' && { repeat: { kind: 'daily' as const, every: 1 } }),
  };
}

let stop = () => {};
const bed: BedHost = {
  type: (change) => inner.change(stateOf(change)),
  save,
  refuseNext: (what) => void (refused = what),
  showTheme: (next) => theme.set(next),
  isClosed: () => closed,
  state: () => inner.get(),
  openPane() {
    stop();
    document.querySelector('iframe')?.remove();
    const frame = document.createElement('iframe');
    const origin = new URL(pane).origin;
    const { address, name } = real
      ? officeFrame(pane, location.origin, 'es-ES')
      : { address: pane, name: 'cadencia' };
    frame.name = name;
    stop = (real ? officeChannel : standInChannel)(() => frame.contentWindow, origin, host);
    frame.src = address;
    document.body.append(frame);
  },
};
Object.assign(window, { bed });
bed.openPane();

// Runs in the browser: a host page with a form nobody sees, which asks the add-in's check as Outlook does at sending.
import {
  createAppointment,
  emptyAppointment,
  type AppointmentState,
} from '../../../src/demo/outlook/appointment';
import { officeChannel, officeFrame } from '../../../src/demo/outlook/officeChannel';
import { watchable } from '../../../src/demo/outlook/page/look';
import type { PaneFrameKind } from '../../../src/demo/outlook/page/PaneFrame';
import { sendEvent } from '../../../src/demo/outlook/sendEvent';
import { standInChannel } from '../../../src/demo/outlook/standInChannel';

export type SendBed = { send(change: Partial<AppointmentState>): Promise<string | undefined> };

const asked = new URLSearchParams(location.search);
const address = asked.get('check') ?? '';
const { origin } = new URL(address);
const kind: PaneFrameKind =
  asked.get('office') === 'real'
    ? {
        ...officeFrame(address, location.origin, 'es-ES'),
        connect: (frame, host) => officeChannel(frame, origin, host),
      }
    : { address, name: 'check', connect: (frame, host) => standInChannel(frame, origin, host) };

const bed: SendBed = {
  send(change) {
    const form = createAppointment(emptyAppointment(Date.UTC(2026, 10, 24, 9, 7), 'Europe/Madrid'));
    form.change(change);
    return sendEvent(kind, {
      form,
      keeper: {
        save: () => Promise.reject(new Error('nothing is saved here')),
        close: () => undefined,
        settings: { get: () => ({}), set: () => undefined },
      },
      user: { name: 'Persona m01', mail: 'm01@valdeolmo.example', zone: 'Romance Standard Time' },
      locale: 'es-ES',
      theme: watchable('light'),
    });
  },
};
Object.assign(window, { bed });

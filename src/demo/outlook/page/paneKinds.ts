import { paneOriginOf, type DemoConfig, type DemoPerson } from '../config';
import { officeChannel, officeFrame } from '../officeChannel';
import { standInChannel } from '../standInChannel';
import type { PaneFrameKind } from './PaneFrame';

/** How the add-in's pane of a person is shown: with the real Office.js where the page is on https, else its stand-in. */
export const paneKind = (config: DemoConfig, person: DemoPerson, locale: string): PaneFrameKind =>
  kindOf('compose.html', config, person, locale);

/** The pane of whoever only reads the meeting. */
export const readKind = (config: DemoConfig, person: DemoPerson, locale: string): PaneFrameKind =>
  kindOf('read.html', config, person, locale);

/** The page that nobody sees, in which the add-in checks what is about to be sent. */
export const checkKind = (config: DemoConfig, person: DemoPerson, locale: string): PaneFrameKind =>
  kindOf('sendCheck.html', config, person, locale);

function kindOf(file: string, config: DemoConfig, person: DemoPerson, locale: string): PaneFrameKind {
  const origin = paneOriginOf(config, person);
  const page = `${origin}/${file}`;
  if (config.office === 'real') {
    return {
      ...officeFrame(page, location.origin, locale),
      connect: (frame, host) => officeChannel(frame, origin, host),
    };
  }
  return {
    address: page,
    name: 'cadencia',
    connect: (frame, host) => standInChannel(frame, origin, host),
  };
}

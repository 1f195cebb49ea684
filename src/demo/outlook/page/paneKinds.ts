import { paneOriginOf, type DemoConfig, type DemoPerson } from '../config';
import { standInChannel } from '../standInChannel';
import type { PaneFrameKind } from './PaneFrame';

/** How the add-in's pane of a person is shown. */
export function paneKind(config: DemoConfig, person: DemoPerson, _locale: string): PaneFrameKind {
  const origin = paneOriginOf(config, person);
  return {
    address: `${origin}/compose.html`,
    name: 'cadencia',
    connect: (frame, host) => standInChannel(frame, origin, host),
  };
}

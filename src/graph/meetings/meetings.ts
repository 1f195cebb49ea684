import type { Cancellation } from '../../app/ports/cancellation';
import type { Identity } from '../../app/ports/identity';
import type { Meetings } from '../../app/ports/meetings';
import type { ZoneName } from '../../domain/time/types';
import type { Graph, Operation } from '../client/call';
import { aboutPlace, sayAt } from './about';
import { sendMail } from './mail';
import { occurrenceOf } from './occurrences';
import { addTab, hasTab, type PanelApp } from './panel';

/** The meetings port over Graph. `zone` serves where a mailbox names one that nobody knows. */
export function createMeetings(
  graph: Graph,
  identity: Pick<Identity, 'account'>,
  app: PanelApp,
  zone: ZoneName,
): Meetings {
  const live = (cancel: Cancellation): Operation => ({ tier: 'live', cancel });
  return {
    about: (place, cancel) => aboutPlace(graph, place, identity.account()?.tenant, live(cancel)),
    occurrence: (joinUrl, now, cancel) => occurrenceOf(graph, joinUrl, now, zone, { tier: 'plan', cancel }),
    hasPanel: async (place, cancel) => hasTab(graph, place, app, live(cancel)),
    addPanel: async (place, tabName, cancel) => addTab(graph, place, tabName, app, live(cancel)),
    say: (place, html, cancel) => sayAt(graph, place, html, live(cancel)),
    mail: (to, subject, html, cancel) => sendMail(graph, to, subject, html, { tier: 'mail', cancel }),
  };
}

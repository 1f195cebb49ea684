import { createRoot } from 'react-dom/client';
import type { MeetingDesk } from '../../app/meeting/meetingDesk';
import type { MeetingHost } from '../../app/ports/meetingHost';
import { teamsHost } from '../../hosts/teams/teamsHost';
import { windowHost } from '../../hosts/window/windowHost';
import { createLocale } from '../../locale/createLocale';
import { createMeetingLocale } from '../../locale/meetingLocale';
import { readClientConfig } from '../clientConfig';

/** One page for every place of a meeting: Teams shows the same address in the panel, the tab and on the stage. */
async function main(): Promise<void> {
  const config = readClientConfig(document);
  // The skeleton stands until the host has answered; the rest of the scripts arrives meanwhile.
  const loading = import('./meet').catch(() => undefined);
  const host: MeetingHost = (await teamsHost(config)) ?? windowHost(window);
  const locale = createMeetingLocale(createLocale(host.locale));
  document.documentElement.lang = locale.tag;
  const element = document.getElementById('meeting');
  if (element === null) throw new Error('the page has no place for the meeting');
  const Surface = await surfaceOf(host);
  const root = createRoot(element);
  const draw = (desk: MeetingDesk | 'notLoaded' | undefined): void =>
    root.render(<Surface desk={desk} locale={locale} theme={host.theme} />);
  draw(undefined);
  host.ready();
  const loaded = await loading;
  if (loaded === undefined) return draw('notLoaded');
  const desk = loaded.deskFor(config, host, locale);
  draw(desk);
  window.addEventListener('pagehide', () => desk.end());
}

async function surfaceOf({ surface }: MeetingHost) {
  switch (surface) {
    case 'panel':
      return (await import('../../surfaces/panel/MeetingPanel')).MeetingPanel;
    case 'tab':
      return (await import('../../surfaces/meetingTab/MeetingTab')).MeetingTab;
    case 'stage':
      return (await import('../../surfaces/stage/MeetingStage')).MeetingStage;
  }
}

void main();

import { createRoot } from 'react-dom/client';
import { answerBridge, tokensFrom } from '../../demo/identity/bridge';
import { readDemoConfig } from '../../demo/outlook/config';
import { MeetingFailed, meetingService } from '../../demo/teams/meetingService';
import { createFrames } from '../../demo/teams/page/frames';
import { TeamsPage } from '../../demo/teams/page/TeamsPage';

const token = tokensFrom('/demo/token');
/** Teams is an app of its own: its requests do not count against the product's. */
const teamsToken = tokensFrom('/demo/token', 'teams');

async function main(): Promise<void> {
  const config = await readDemoConfig();
  const frames = createFrames();
  answerBridge({ personOf: frames.personOf, token });
  const service = meetingService({
    graph: config.graph,
    appId: config.appId,
    async tokenOf(person, scopes) {
      const got = await teamsToken({ person, scopes, renew: false });
      if ('error' in got) throw new MeetingFailed(got.error);
      return got;
    },
  });
  const element = document.getElementById('teams');
  if (element === null) throw new Error('page without a place to draw');
  createRoot(element).render(<TeamsPage config={config} service={service} frames={frames} />);
}

void main();

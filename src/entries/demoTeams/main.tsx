import { createRoot } from 'react-dom/client';
import { answerBridge, tokensFrom } from '../../demo/identity/bridge';
import { readDemoConfig } from '../../demo/outlook/config';
import { channelService } from '../../demo/teams/channelService';
import { graphCalls, MeetingFailed } from '../../demo/teams/graphCalls';
import { meetingService } from '../../demo/teams/meetingService';
import { createFrames } from '../../demo/teams/page/frames';
import { TeamsPage } from '../../demo/teams/page/TeamsPage';

const token = tokensFrom('/demo/token');
/** Teams is an app of its own: its requests do not count against the product's. */
const teamsToken = tokensFrom('/demo/token', 'teams');

async function main(): Promise<void> {
  const config = await readDemoConfig();
  const frames = createFrames();
  answerBridge({ personOf: frames.personOf, token });
  const calls = graphCalls({
    graph: config.graph,
    appId: config.appId,
    async tokenOf(person, scopes) {
      const got = await teamsToken({ person, scopes, renew: false });
      if ('error' in got) throw new MeetingFailed(got.error);
      return got;
    },
  });
  const service = meetingService(calls, config.appId);
  const channels = channelService(calls, config.appId);
  const element = document.getElementById('teams');
  if (element === null) throw new Error('page without a place to draw');
  createRoot(element).render(
    <TeamsPage config={config} service={service} channels={channels} frames={frames} />,
  );
}

void main();

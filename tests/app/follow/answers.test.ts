// FB9: src/app/SPEC.md
import { createFollowDesk } from '../../../src/app/follow/createFollowDesk';
import { settle } from '../meeting/testTime';
import { aTeam } from './aFollow';

test('FB9 what a command of the desk answers reaches the surface: whom the directory finds, the file of an export', async () => {
  const team = aTeam();
  await team.held(1);
  const desk = createFollowDesk(team.portsOf('m01').ports);
  for (let turn = 0; turn < 6; turn++) await settle();
  expect(Array.isArray(await desk.settings.find('iren'))).toBe(true);
  expect(await desk.settings.export()).toMatchObject({
    name: expect.stringMatching(/\.json$/),
    text: expect.stringContaining('{'),
  });
  desk.end();
});

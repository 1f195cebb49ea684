// BB: what is measured, in English and with the keyboard alone, in a panel of 280 pixels; and what axe says of it.
import { speak } from './balanceSide';
import { heardIn } from './balanceLeaks';
import { focusIn, frameOf, heard, listen, pressButton, pressIn, pressTo, tabIn } from './meetingKeys';
import { addApp, type AtMeeting, tryMeeting } from './meetingPages';
import { axeSays } from '../support/axe';
import { meetingWalks } from './meetingWalks';

const walks = meetingWalks('balance');
const shows = ({ panel }: AtMeeting, text: string | RegExp) => panel.getByText(text).first().waitFor();

/** What axe says of the panel as it stands; nothing in it is wider than it. */
async function looked(at: AtMeeting, state: string): Promise<readonly string[]> {
  const frame = await frameOf(at);
  const wide = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect([state, wide]).toEqual([state, 0]);
  return (await axeSays(frame)).map((one) => `${state}: ${one}`);
}

test('BB5 the balance in English with the keyboard alone: declined and counted again, marked, told, corrected, read from a file; axe has nothing to say', async () => {
  const { chat } = await tryMeeting(walks.tenant.address, { history: true });
  const room = await walks.open(chat, ['irene', 'rodrigo'], { locale: 'en-US' });
  await addApp(room);
  const irene = room.at('irene');
  const rodrigo = room.at('rodrigo');
  const { page } = room;
  await shows(irene, 'How much each area talks is estimated here. Nothing is recorded or listened to.');
  const axe: string[] = [];
  axe.push(...(await looked(irene, 'before')));

  // What is measured, in plain words, and back by Esc; declined and counted again by a press each.
  await listen(irene);
  await pressButton(irene, /^What is measured$/);
  await irene.panel.getByRole('heading', { name: 'What is measured and what is not' }).waitFor();
  axe.push(...(await looked(irene, 'what is measured')));
  await tabIn(irene, /^I do not take part$/);
  await pressIn(irene, 'Enter');
  await irene.panel.getByRole('button', { name: 'I do not take part', pressed: true }).waitFor();
  await tabIn(irene, /^I count in my area$/, 'Shift+Tab');
  await pressIn(irene, 'Enter');
  await irene.panel.getByRole('button', { name: 'I count in my area', pressed: true }).waitFor();
  await room.picture('BB5 what is measured');
  await pressIn(irene, 'Escape');
  await focusIn(irene, 'Esc');
  expect((await heard(irene)).join('\n')).toMatch(/part|count/i);
  await tabIn(irene, /^Back to the item$/);
  await pressIn(irene, 'Enter');

  // Marked by myself, then by a face; told once ten minutes were heard.
  await pressButton(irene, /^Start$/);
  await shows(irene, /^Item 1 of 6/);
  await speak(room, /^Habla Irene/);
  await tabIn(irene, /^I have the floor$/);
  await pressIn(irene, 'Enter');
  await shows(irene, /Irene · Marketing/);
  axe.push(...(await looked(irene, 'running')));
  const goesOn = async () => {
    await heardIn(walks.tenant.rooms, 1);
    walks.tenant.later(4);
  };
  await goesOn();
  // The press that took the floor is the one that gives it back.
  expect((await focusIn(irene, 'taking the floor')).name).toBe('End my turn');
  await pressIn(irene, 'Enter');
  await tabIn(irene, /: give the floor$/, 'Shift+Tab');
  for (let step = 0; !/^Rodrigo/.test((await focusIn(irene, 'the faces')).name); step++) {
    if (step === 9) throw new Error('the arrows never came to Rodrigo');
    await pressIn(irene, 'ArrowRight');
  }
  await pressIn(irene, 'Enter');
  await shows(irene, /Rodrigo · Sales/);
  await goesOn();
  await rodrigo.panel.getByRole('button', { name: 'End my turn' }).click();
  await tabIn(irene, /^I have the floor$/);
  await pressIn(irene, 'Enter');
  await shows(irene, /Irene · Marketing/);
  await goesOn();
  await tabIn(irene, /^More$/, 'Shift+Tab');
  await pressTo(irene, 'Enter', /^Agenda$/);
  for (let step = 0; (await focusIn(irene, 'parts')).name !== 'Balance'; step++) {
    if (step === 4) throw new Error('there is no such part');
    await pressIn(irene, 'ArrowRight');
  }
  await pressIn(irene, 'Enter');
  await shows(irene, /^Marketing \d+% · Sales \d+% · Estimate/);
  await irene.panel.getByText(/^Your share: \d+%/).waitFor();
  axe.push(...(await looked(irene, 'balance')));
  await room.picture('BB5 balance');
  const { name: notMine } = await tabIn(irene, /^That was not me: /);
  await pressIn(irene, 'Enter');
  await irene.panel.getByRole('button', { name: notMine, exact: true }).waitFor({ state: 'hidden' });
  await tabIn(irene, /^End the meeting$/);
  await pressIn(irene, 'Enter');
  await speak(room, null);
  await shows(irene, /^Ended/);
  await pressButton(irene, /^Save the minutes$/);
  await shows(irene, 'The minutes are saved');

  // The way of the keyboard to a file. The panel is a process of its own: it is told long before the press that the
  // chooser is wanted here.
  const choosing = page.waitForEvent('filechooser', { timeout: 60_000 });
  await irene.panel.getByRole('button', { name: 'Choose a file' }).waitFor();
  await tabIn(irene, /^Choose a file$/);
  await page.keyboard.press('Enter');
  const chooser = await choosing;
  const cues = [
    '0:0:20.0 --> 0:5:0.0\n<v Irene Valcárcel Soto>Algo</v>',
    '0:5:0.0 --> 0:9:0.0\n<v Rodrigo Beltrán Ayuso>Algo</v>',
  ];
  await chooser.setFiles({
    name: 'Weekly.vtt',
    mimeType: 'text/vtt',
    buffer: Buffer.from(['WEBVTT', ...cues].join('\n\n')),
  });
  await shows(irene, 'The minutes have what the transcript tells.');
  await tabIn(irene, /^View as a table$/, 'Shift+Tab');
  await pressIn(irene, 'Enter');
  await irene.panel.getByRole('table', { name: 'Turns by area' }).waitFor();
  axe.push(...(await looked(irene, 'measured')));
  axe.push(...(await looked(rodrigo, 'ended')));
  await room.picture('BB5 measured');
  expect(axe).toEqual([]);
  expect(walks.problems()).toEqual([]);
}, 240_000);

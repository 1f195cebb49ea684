import type { Frame } from 'playwright-core';
import { describeFocus, type Focus } from './keyboard';
import type { AtMeeting } from './meetingPages';
import { eventually } from '../support/eventually';

/** Somebody's panel, tab or stage itself, for what happens inside. */
export async function frameOf({ key, page }: AtMeeting, surface = ''): Promise<Frame> {
  const found = page
    .frames()
    .find((frame) => frame.url().startsWith(`http://${key}.localhost`) && frame.url().includes(surface));
  if (found === undefined) throw new Error(`${key} has no ${surface || 'panel'}`);
  return found;
}

/** What has the focus, of the page or of that panel; lost or out of sight is an error, but while something is drawn. */
export async function focusIn(at: AtMeeting, after: string, patience = 1_000): Promise<Focus> {
  const until = performance.now() + patience;
  for (;;) {
    const focus = await whereIn(at);
    if (focus.hidden === '') return focus;
    if (performance.now() > until) throw new Error(`after ${after}: “${focus.name}” ${focus.hidden}`);
    await at.page.waitForTimeout(20);
  }
}

async function whereIn(at: AtMeeting): Promise<Focus> {
  const outside = await describeFocus(at.page);
  if (!outside.frame) return { ...outside, inPane: false };
  return { ...(await describeFocus(await frameOf(at))), inPane: true };
}

/** Presses a key, and the focus is in sight. */
export async function pressIn(at: AtMeeting, key: string): Promise<Focus> {
  await at.page.keyboard.press(key);
  return focusIn(at, key);
}

/** Tabs until something of that name in the panel has the focus; every stop on the way has to be in sight. */
export const tabIn = (at: AtMeeting, name: RegExp, key = 'Tab', most = 60): Promise<Focus> =>
  tabTo(at, name, true, key, most);

/** The same for what is Teams' own, around the panel. */
export const tabBeside = (at: AtMeeting, name: RegExp, key = 'Tab', most = 60): Promise<Focus> =>
  tabTo(at, name, false, key, most);

async function tabTo(
  at: AtMeeting,
  name: RegExp,
  inPane: boolean,
  key: string,
  most: number,
): Promise<Focus> {
  const stops: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await at.page.keyboard.press(key);
    // Behind the last stop of the page come the browser's own, which are none of the document's.
    const around = await describeFocus(at.page);
    if (!around.frame && around.name === '' && around.hidden !== '') continue;
    const focus = await focusIn(at, `${key} after ${stops.at(-1) ?? 'nothing'}`);
    if (focus.inPane === inPane && name.test(focus.name)) return focus;
    stops.push(focus.name);
  }
  throw new Error(`${key} never came to ${name}: ${stops.join(' > ')}`);
}

/** Tabs to a button, presses it, and says where the focus is then. */
export async function pressButton(at: AtMeeting, name: RegExp, key = 'Tab'): Promise<Focus> {
  await tabIn(at, name, key);
  return pressIn(at, 'Enter');
}

/** Hears what a screen reader would say of itself from now on: changes of text in polite and assertive regions. */
export async function listen(at: AtMeeting): Promise<void> {
  const frame = await frameOf(at);
  await frame.evaluate(() => {
    const LIVE = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
    new MutationObserver((changes) => {
      const regions = new Set<Element>();
      for (const { target, addedNodes } of changes) {
        const around = elementOf(target)?.closest(LIVE);
        if (around) regions.add(around);
        for (const node of addedNodes)
          if (node instanceof Element) {
            if (node.matches(LIVE)) regions.add(node);
            for (const inside of node.querySelectorAll(LIVE)) regions.add(inside);
          }
      }
      for (const { textContent } of regions) if (textContent) heard.push(textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What was heard since it was asked last. */
export async function heard(at: AtMeeting): Promise<readonly string[]> {
  const frame = await frameOf(at);
  return frame.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0));
}

/** What is heard before long. */
export async function soon(at: AtMeeting): Promise<readonly string[]> {
  await at.page.waitForTimeout(700);
  return heard(at);
}

/** The first that is heard, and what comes shortly after it. */
export async function said(at: AtMeeting): Promise<readonly string[]> {
  const all: string[] = [];
  await eventually(async () => all.push(...(await heard(at))) > 0);
  return [...all, ...(await soon(at))];
}

/** Presses a key that leads somewhere: the focus comes there, though what is shown may still have to arrive. */
export async function pressTo(at: AtMeeting, key: string, name: RegExp, patience = 20_000): Promise<Focus> {
  await at.page.keyboard.press(key);
  const until = performance.now() + patience;
  for (;;) {
    const focus = await focusIn(at, key, patience);
    if (name.test(focus.name)) return focus;
    if (performance.now() > until) throw new Error(`${key} led to “${focus.name}”, not to ${name}`);
    await at.page.waitForTimeout(20);
  }
}

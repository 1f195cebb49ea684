import type { Frame, Page } from 'playwright-core';
import type { AtOutlook } from './outlookPage';

/** What has the focus, in the page or in the pane inside it, and what keeps a person from seeing it. */
export type Focus = {
  readonly inPane: boolean;
  readonly name: string;
  readonly value: string;
  /** Nothing when it can be seen whole; else what is wrong with it. */
  readonly hidden: string;
};

/** The pane's own document, once there is one. */
async function frameOf({ page }: AtOutlook): Promise<Frame | undefined> {
  const element = await page.$('iframe[src*="compose.html"]');
  return (await element?.contentFrame()) ?? undefined;
}

/** Where the focus is at this moment. */
export async function focusOf(outlook: AtOutlook): Promise<Focus> {
  const outside = await describeFocus(outlook.page);
  if (!outside.frame) return { ...outside, inPane: false };
  const frame = await frameOf(outlook);
  if (!frame) throw new Error('the focus is in a frame that is no pane');
  return { ...(await describeFocus(frame)), inPane: true };
}

/** Where the focus is; lost or out of sight is an error, but for a screen that is just being drawn. */
export async function seenFocus(outlook: AtOutlook, after: string, patience = 0): Promise<Focus> {
  const until = performance.now() + patience;
  let focus = await focusOf(outlook);
  while (focus.hidden !== '' && performance.now() < until) {
    await outlook.page.waitForTimeout(20);
    focus = await focusOf(outlook);
  }
  if (focus.hidden !== '') {
    await outlook.picture(`hidden-after-${after.replace(/\W+/g, '-').slice(0, 40)}`);
    throw new Error(`after ${after}: “${focus.name}” ${focus.hidden}`);
  }
  return focus;
}

/** Presses a key, and everything is still in sight. */
export async function press(outlook: AtOutlook, key: string, patience = 0): Promise<Focus> {
  await outlook.page.keyboard.press(key);
  return seenFocus(outlook, key, patience);
}

/** Tabs until something of that name has the focus; every stop on the way has to be in sight. */
export async function tabTo(outlook: AtOutlook, name: RegExp, key = 'Tab', most = 80): Promise<Focus> {
  const stops: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await outlook.page.keyboard.press(key);
    const focus = await seenFocus(outlook, `${key} after ${stops.at(-1) ?? 'nothing'}`);
    if (name.test(focus.name)) return focus;
    stops.push(focus.name);
  }
  throw new Error(`${key} never came to ${name}: ${stops.join(' > ')}`);
}

/** Types into the combobox that has the focus, and goes down to the one meant with the arrows. */
export async function choose(outlook: AtOutlook, name: string): Promise<void> {
  await outlook.page.keyboard.type(name);
  await outlook.pane.locator('[role=option]', { hasText: name }).first().waitFor();
  for (let step = 0; step < 8; step += 1) {
    const active = await activeOption(outlook);
    if (active.includes(name)) {
      // The new row pushes the field down, and the screen has to follow.
      await press(outlook, 'Enter', 500);
      return;
    }
    await press(outlook, 'ArrowDown');
  }
  throw new Error(`the arrows never came to ${name}`);
}

/** The option that Enter would take; nobody sees it when it is outside of the window. */
async function activeOption(outlook: AtOutlook): Promise<string> {
  const frame = await frameOf(outlook);
  return (
    (await frame?.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant');
      const option = id ? document.getElementById(id) : null;
      if (!option) return '';
      const { top, bottom } = option.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight ? (option.textContent ?? '') : 'out of sight';
    })) ?? ''
  );
}

/** Runs in the document: the focused element, whole in the window and on top at its middle and its edges. */
export function describeFocus(at: Page | Frame) {
  return at.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body)
      return { name: '', value: '', frame: false, hidden: 'the focus is lost to the body' };
    const control = focused as HTMLInputElement;
    const labels = [...(control.labels ?? [])].map(({ textContent }) => textContent).join(' ');
    const name = (focused.getAttribute('aria-label') ?? (labels || focused.textContent) ?? '').trim();
    const said = { name: name.slice(0, 120), value: control.value ?? '' };
    if (focused.tagName === 'IFRAME') return { ...said, frame: true, hidden: '' };
    // A heading for those who hear it: it is never drawn.
    if (focused.tagName === 'H1') return { ...said, frame: false, hidden: '' };
    const { left, right, top, bottom, width, height } = focused.getBoundingClientRect();
    const tall = height > innerHeight - 2;
    const outside = left < -1 || right > innerWidth + 1 || (!tall && (top < -1 || bottom > innerHeight + 1));
    if (outside)
      return { ...said, frame: false, hidden: `is out of the window: ${top} to ${bottom} of ${innerHeight}` };
    const x = left + width / 2;
    const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    for (const y of [(first + last) / 2, first + 2, last - 2]) {
      const on = document.elementFromPoint(x, y);
      const ours =
        on &&
        (focused.contains(on) ||
          (on.contains(focused) && on.tagName !== 'MAIN') ||
          [...(control.labels ?? [])].some((label) => label.contains(on)) ||
          focused.parentElement?.contains(on));
      if (!ours)
        return { ...said, frame: false, hidden: `is covered by “${on?.textContent?.slice(0, 60) ?? ''}”` };
    }
    return { ...said, frame: false, hidden: '' };
  });
}

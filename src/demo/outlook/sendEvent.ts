import type { PaneFrameKind } from './page/PaneFrame';
import type { PaneHost } from './paneHost';

/** The function that the manifest names for an appointment that is about to be sent. */
const ACTION = 'checkBeforeSending';
/** Outlook waits for minutes and offers to go on; nobody watches a demo for that long. */
const PATIENCE_MS = 10_000;

/**
 * Runs the add-in's check as Outlook does when somebody presses "send": in a page that nobody sees. Answers what it
 * wants to be asked; undefined when it lets the invitation go, or does not answer.
 */
export function sendEvent(kind: PaneFrameKind, host: PaneHost): Promise<string | undefined> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    const end = (question: string | undefined) => {
      clearTimeout(late);
      stop();
      frame.remove();
      resolve(question);
    };
    const late = setTimeout(() => end(undefined), PATIENCE_MS);
    const launch = { action: ACTION, completed: (options: unknown) => end(questionOf(options)) };
    frame.name = kind.name;
    frame.hidden = true;
    const stop = kind.connect(() => frame.contentWindow, { ...host, launch });
    frame.src = kind.address;
    document.body.append(frame);
  });
}

function questionOf(options: unknown): string | undefined {
  const { allowEvent, errorMessage } = (options ?? {}) as Record<string, unknown>;
  return allowEvent === false ? String(errorMessage ?? '') : undefined;
}

import { AUTH_TOKEN, EXECUTE, envelopeOf, replyTo } from '../../identity/bridgeProtocol';
import { answerTo, type HostDoors } from './calls';
import { initialized, legacyContext } from './handshake';
import type { TeamsTheme } from './seen';

export type TeamsFrame = {
  /** Tells the app another look, if it wants to hear of it. */
  showTheme(theme: TeamsTheme): void;
  /** Tells the app whether somebody speaks, if it wants to hear of it. */
  speak(somebody: boolean): void;
  /** Somebody has pressed save in the dialog that sets up a tab; the app answers through the settings' doors. */
  save(): void;
  stop(): void;
};

/**
 * Plays Teams for the real teams-js in one frame, which is known by its window and its origin together: a word from
 * elsewhere gets no answer. Sign-in has a door of its own (`answerBridge`). `top` is the page's own window unless a
 * test says another.
 */
export function teamsFrame(
  frame: () => Window | null,
  origin: string,
  doors: HostDoors,
  top: Window = window,
): TeamsFrame {
  const wanted = new Set<string>();
  let speaking: boolean | undefined;
  const send = (func: string, args: readonly unknown[]) => frame()?.postMessage({ func, args }, origin);
  const tell = (event: string, ...args: readonly unknown[]) => {
    if (wanted.has(event)) send(event, args);
  };

  const listen = (event: MessageEvent) => {
    const source = frame();
    const envelope = envelopeOf(event.data);
    if (source === null || event.source !== source || event.origin !== origin || envelope === undefined)
      return;
    const { func, args = [] } = envelope;
    if (func === EXECUTE || func === AUTH_TOKEN) return;
    const reply = (answer: readonly unknown[]) => source.postMessage(replyTo(envelope, answer), origin);
    if (func === 'initialize') {
      // A page that starts anew, after a reload, has registered nothing.
      wanted.clear();
      reply(initialized(doors.seen()));
    } else if (func === 'getContext') reply([legacyContext(doors.seen())]);
    else if (func === 'registerHandler') {
      if (typeof args[0] !== 'string') return;
      wanted.add(args[0]);
      // Who comes late still hears how it stands.
      if (args[0] === SPEAKING && speaking === true) tell(SPEAKING, { isSpeakingDetected: true });
    } else {
      const answer = answerTo(func, args, doors);
      if (answer !== undefined) reply(answer);
    }
  };
  top.addEventListener('message', listen);
  return {
    showTheme: (theme) => tell('themeChange', theme),
    speak(somebody) {
      if (somebody === speaking) return;
      speaking = somebody;
      tell(SPEAKING, { isSpeakingDetected: somebody });
    },
    // The wire has another name for the event than for its registration (teams-js 2.58).
    save: () => (wanted.has('save') ? send('settings.save', [{}]) : doors.settings.saved('failed')),
    stop: () => top.removeEventListener('message', listen),
  };
}

const SPEAKING = 'meeting.speakingStateChanged';

import { useEffect, useRef, useState } from 'react';
import type { CallService } from '../callService';
import type { Frames } from './frames';

export type Call = {
  /** Keys of those who speak. */
  readonly speaking: readonly string[];
  readonly transcribing: boolean;
  /** False once it was ended, until somebody speaks again or has it transcribed. */
  readonly running: boolean;
  speak(key: string, on: boolean): void;
  /** Somebody who has no window here. */
  speakUnnamed(on: boolean): void;
  readonly unnamed: boolean;
  transcribe(on: boolean): void;
  end(): void;
};

const SILENT = { speaking: [] as readonly string[], unnamed: false, transcribing: false };

/** The call of a meeting: who speaks is told to all panels as one signal, and to Teams' own service by name. */
export function useCall(service: CallService, frames: Frames, chat: string, people: readonly string[]): Call {
  const [state, setState] = useState({ ...SILENT, running: true });
  const last = useRef(Promise.resolve());
  // One after the other, so that the service never learns of an older state later.
  const inTurn = (work: () => Promise<void>): void => {
    last.current = last.current.then(work).catch(() => undefined);
  };
  const { speaking, unnamed, transcribing, running } = state;
  const here = people.join();
  const heard = speaking.filter((key) => people.includes(key)).join();
  const somebody = unnamed || heard !== '';
  useEffect(() => frames.speak(somebody), [frames, somebody]);
  useEffect(() => () => frames.speak(false), [frames]);
  useEffect(() => {
    if (!running || here === '') return;
    const split = (keys: string): readonly string[] => (keys === '' ? [] : keys.split(','));
    inTurn(() =>
      service.tell(chat, { people: split(here), speaking: split(heard), somebody: unnamed, transcribing }),
    );
  }, [service, chat, here, heard, unnamed, transcribing, running]);

  const change = (next: Partial<typeof state>) =>
    setState((before) => ({ ...before, running: true, ...next }));
  return {
    ...{ speaking, unnamed, transcribing, running },
    speak: (key, on) =>
      setState((before) => {
        const others = before.speaking.filter((one) => one !== key);
        return { ...before, running: true, speaking: on ? [...others, key] : others };
      }),
    speakUnnamed: (on) => change({ unnamed: on }),
    transcribe: (on) => change({ transcribing: on }),
    end() {
      setState({ ...SILENT, running: false });
      inTurn(() => service.end(chat));
    },
  };
}

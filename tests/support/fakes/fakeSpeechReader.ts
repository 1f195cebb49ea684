import type { Cancellation } from '../../../src/app/ports/cancellation';
import { PortFailure } from '../../../src/app/ports/failure';
import type { SpeechReader } from '../../../src/app/ports/speechReader';
import { speechOfFile, speechOfText } from '../../../src/hosts/talk/reading';

/** Reads in the same thread, a moment later, so that it can be cancelled before it starts. */
export function fakeSpeechReader(): SpeechReader {
  const later = async <T>(work: () => T, cancel: Cancellation): Promise<T> => {
    const stopped = new Promise<never>((_, reject) => {
      cancel.onCancel(() => reject(new PortFailure({ kind: 'cancelled' })));
    });
    stopped.catch(() => undefined);
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 0))]);
    return work();
  };
  return {
    text: (text, cancel) => later(() => speechOfText(text), cancel),
    file: ({ bytes }, cancel) => later(() => speechOfFile(bytes), cancel),
  };
}

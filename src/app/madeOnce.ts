import { PortFailure } from './ports/failure';

/** A request that was not answered may still arrive. */
const STILL_ARRIVING = 2_000;
const TRIES = 2;

export type Making<T> = {
  make(): Promise<T>;
  /** What an unanswered try has left; undefined when nothing has, so that it is made again. */
  left(): Promise<T | undefined>;
  /** The service said no: nothing was made. */
  refused(): Promise<void>;
  pause(milliseconds: number): Promise<void>;
  ended(): boolean;
};

/** Makes what has no key by which a service would drop a second one: it is looked for before it is made again. */
export async function madeOnce<T>({ make, left, refused, pause, ended }: Making<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof PortFailure)) throw error;
      const { kind } = error.failure;
      if (kind !== 'offline' && kind !== 'unavailable') {
        await refused();
        throw error;
      }
      await pause(STILL_ARRIVING);
      if (ended()) throw error;
      const found = await left();
      if (found !== undefined) return found;
      if (tries >= TRIES) throw error;
    }
  }
}

import type { Cancellation } from '../../../src/app/ports/cancellation';
import { PortFailure } from '../../../src/app/ports/failure';
import type { SlotSearch } from '../../../src/app/ports/slotSearch';
import { weekPicture } from '../../../src/domain/slots/picture';
import { searchSlots } from '../../../src/domain/slots/search';

/** The search in the same thread, a moment later, so that it can be cancelled before it starts. */
export function fakeSlotSearch(): SlotSearch {
  const later = async <T>(work: () => T, cancel: Cancellation): Promise<T> => {
    const stopped = new Promise<never>((_, reject) => {
      cancel.onCancel(() => reject(new PortFailure({ kind: 'cancelled' })));
    });
    stopped.catch(() => undefined);
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 0))]);
    return work();
  };
  return {
    search: (request, cancel) => later(() => searchSlots(request), cancel),
    picture: (request, cancel) => later(() => weekPicture(request), cancel),
  };
}

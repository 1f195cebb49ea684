import type { Cancellation } from './cancellation';

/** What the add-in remembers of an event in this mailbox, whichever of its forms wrote it. */
export interface AddInMemory {
  /**
   * The property as it was written by `ComposeHost.writeProperty`; undefined when no form of the add-in wrote one. Each
   * form has an id of its own, and Office hands it only its own property.
   */
  of(eventId: string, cancel: Cancellation): Promise<string | undefined>;
}

import type { SlotAnswer, SlotRequest } from './types';

/** See SPEC SL1. */
export function searchSlots(_request: SlotRequest): SlotAnswer {
  throw new Error('being built');
}

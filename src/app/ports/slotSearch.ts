import type { SlotAnswer, SlotRequest } from '../../domain/slots/types';
import type { WeekPicture } from '../../domain/slots/picture';
import type { Cancellation } from './cancellation';

/** domain's search somewhere that does not block the page. A domain Refusal comes through as itself. */
export interface SlotSearch {
  search(request: SlotRequest, cancel: Cancellation): Promise<SlotAnswer>;
  picture(request: SlotRequest, cancel: Cancellation): Promise<WeekPicture>;
}

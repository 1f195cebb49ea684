import type { ItemId } from '../../domain/meeting/types';

const PREFIX = 'decide-';

/** An item's id tells that it is the one with which a monthly meeting opens; its words are anybody's to change. */
export const toDecideId = (id: string): ItemId => PREFIX + id;

/** Whether the item is about what weekly meetings could not decide. */
export const isToDecide = (item: ItemId): boolean => item.startsWith(PREFIX);

import { FOLLOW_UP, type FollowUp } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';

/** How a series is followed up, also where nobody has said anything about it. */
export const followUpOf = ({ followUp }: Series): FollowUp => followUp ?? FOLLOW_UP;

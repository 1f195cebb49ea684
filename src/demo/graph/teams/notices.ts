import { guidOf } from '../../company/naming';

/** What the app's manifest declares: each kind of activity, and what its template takes beside the actor. */
export const ACTIVITY_TYPES: Readonly<Record<string, readonly string[]>> = {
  asked: ['series'],
  taskForYou: ['series'],
  handedOver: ['series'],
  measuring: ['series'],
};

/** A notice in somebody's activity, as Teams keeps it. */
export type ActivityNotice = {
  readonly id: string;
  readonly at: number;
  /** Ids of people. */
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly preview: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The chat or team that it leads to. */
  readonly place: string;
};

/** Notices of everybody. */
export class Notices {
  private readonly all: ActivityNotice[] = [];

  constructor(private readonly now: () => number) {}

  add(notice: Omit<ActivityNotice, 'id' | 'at'>): void {
    const id = guidOf('notice', notice.to, String(this.all.length));
    this.all.push({ id, at: this.now(), ...notice });
  }

  /** Newest first, as the activity shows them. */
  of(personId: string): readonly ActivityNotice[] {
    return this.all.filter(({ to }) => to === personId).reverse();
  }
}

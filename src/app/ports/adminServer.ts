import type { BalanceMode } from '../../domain/balance/types';
import type { Cancellation } from './cancellation';

/** What our own server tells and does for whoever administers the tenant. Fails with signIn, denied, throttled, offline, unavailable, malformed. */
export interface AdminServer {
  /** Fails with denied for everybody else. */
  state(cancel: Cancellation): Promise<ServerState>;
  /** Hands all rooms to the browser as one file of that name. Fails with denied for whoever is no Global Administrator. */
  save(fileName: string): Promise<void>;
  /** Forgets every room that nobody is in. A repetition forgets what came since. */
  purge(): Promise<{ readonly gone: number; readonly open: number }>;
}

export type ServerState = {
  readonly version: string;
  /** The server's clock when it answered; epoch milliseconds. */
  readonly now: number;
  /** How far that clock was off the sign-in service's; milliseconds, null when nobody knows. */
  readonly clockOffMs: number | null;
  /** By a clock that is off by more sign-ins are refused. */
  readonly clockToleranceMs: number;
  /** Epoch milliseconds; null where a proxy ends TLS. */
  readonly certificateEnds: number | null;
  readonly balanceCap: BalanceMode;
  readonly keeps: { readonly recordedDays: number; readonly otherwiseDays: number };
  /** `open` at any process of the server. */
  readonly rooms: { readonly kept: number; readonly open: number };
};

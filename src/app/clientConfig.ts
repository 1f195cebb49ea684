import type { BalanceMode } from '../domain/balance/types';

/** What a page learns from the server that serves it; the same bundle runs in production and in the demo tenant. */
export type ClientConfig = {
  /** Base address of Microsoft Graph, without a slash at the end. */
  readonly graph: string;
  /** Who signs people in, as MSAL wants it. */
  readonly authority: string;
  /** The app registration. */
  readonly clientId: string;
  /** Origins of parents beside Microsoft's own; only ever loopback ones. */
  readonly parents: readonly string[];
  /** The site that keeps the files of series; without it each organiser's app folder does. */
  readonly homeSite?: string;
  /** The scope of our own server, as Entra writes it; without it there are no live rooms and each panel works alone. */
  readonly api?: string;
  /** Our app's id in the organisation's catalogue of Teams apps; without it nobody adds the panel by one press. */
  readonly teamsApp?: string;
  /** What of the talk the tenant allows to measure, at most; the server holds to it whatever a page says. */
  readonly balanceCap: BalanceMode;
  /** The server's clock when it handed out the page; epoch milliseconds. */
  readonly servedAt?: number;
};

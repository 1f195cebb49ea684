import type { Tier } from '../../src/app/ports/failure';

/** What an administrator would open, for surfaces whose desk is no real one. */
export const consentAddress = (tier: Tier): string =>
  `https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555/v2.0/adminconsent?client_id=5b1e0c1a-0000-4000-8000-000000000000&scope=${tier}&redirect_uri=https%3A%2F%2Fcadencia.example.com%2FsignInReturn.html`;

import type { AdminView, CallMade, TierRow, TierState } from '../../../src/app/admin/adminDesk';
import { PROBES_OF, SHOWN_TIERS } from '../../../src/app/admin/tierTests';
import type { Failure, Tier } from '../../../src/app/ports/failure';
import { TIER_SCOPES } from '../../../src/app/tiers';

const NOON = Date.UTC(2026, 11, 1, 8, 12);
const DAY = 86_400_000;
const CLIENT = '6a2f41a3-c54c-4a5b-9c1e-0d6f1b7a2f91';
const SITE =
  'valdeolmo.sharepoint.com,0d7a4f7e-3f56-4a0c-9f6e-7c2a5d1b9e10,6f1f3c1a-8f5b-4a77-9d27-5a4f0b7e2c33';

const row = (tier: Tier, state: TierState, calls: readonly CallMade[] = []): TierRow => ({
  tier,
  scopes: TIER_SCOPES[tier],
  state,
  calls,
  consentLink: `https://login.microsoftonline.com/21111111-2222-4333-8444-555555555555/v2.0/adminconsent?client_id=${CLIENT}&scope=${TIER_SCOPES[tier].map((scope) => `https%3A%2F%2Fgraph.microsoft.com%2F${scope}`).join('+')}&redirect_uri=https%3A%2F%2Fcadencia.valdeolmo.example%2FsignInReturn.html`,
});
const calls = (tier: Tier, ...failures: readonly (Failure | 'works' | 'nothing')[]): readonly CallMade[] =>
  PROBES_OF[tier].map((probe, at) => ({
    probe,
    outcome: failures[at] ?? 'works',
    milliseconds: 84 + 37 * at,
  }));
const works = (tier: Tier): TierRow =>
  row(tier, { kind: PROBES_OF[tier].length === 0 ? 'granted' : 'works' }, calls(tier));
const refused = (code: string): Failure => ({ kind: 'refused', code });

const server: AdminView['server'] = {
  kind: 'told',
  state: {
    version: '1.0.0',
    now: NOON,
    clockOffMs: 310,
    clockToleranceMs: 60_000,
    certificateEnds: Date.UTC(2027, 2, 14, 12),
    balanceCap: 'areas',
    keeps: { recordedDays: 7, otherwiseDays: 90 },
    rooms: { kept: 12, open: 1 },
  },
};
const drawn: AdminView = {
  tenant: 'Valdeolmo Riego',
  host: 'cadencia.valdeolmo.example',
  clientId: CLIENT,
  leaveCommand: `Connect-MgGraph -Scopes Application.ReadWrite.All; Invoke-MgGraphRequest -Method DELETE -Uri "https://graph.microsoft.com/v1.0/applications(appId='${CLIENT}')"`,
  tiers: [
    works('plan'),
    {
      ...row('followUp', { kind: 'partly' }, calls('followUp', 'works', 'works', { kind: 'denied' })),
      siteCommand: `Connect-MgGraph -Scopes Sites.FullControl.All; Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/sites/${SITE}/permissions' -Body '{"roles":["write"],"grantedToIdentities":[{"application":{"id":"${CLIENT}","displayName":"Cadencia"}}]}' -ContentType application/json`,
    },
    works('live'),
    row('directory', { kind: 'notGranted' }),
    row(
      'transcripts',
      { kind: 'failed', failure: refused('transcriptsOff') },
      calls('transcripts', refused('transcriptsOff'), 'nothing'),
    ),
    works('mail'),
  ],
  testing: false,
  testedAt: NOON,
  signedOut: false,
  server,
  cap: 'areas',
  hasSite: true,
  leaving: { kind: 'idle' },
};
const all = (state: TierState): readonly TierRow[] => SHOWN_TIERS.map((tier) => row(tier, state));

/** Every state of the administrator's page; a name of none stands for scripts that did not come. */
export const adminViews: Readonly<Record<string, AdminView>> = {
  drawn,
  good: { ...drawn, tiers: SHOWN_TIERS.map(works) },
  testing: {
    ...drawn,
    testing: true,
    testedAt: null,
    tenant: undefined,
    server: { kind: 'asking' },
    tiers: all({ kind: 'waiting' }).map((one) =>
      one.tier === 'plan' ? { ...one, state: { kind: 'testing' } } : one,
    ),
  },
  signedOut: {
    ...drawn,
    tenant: undefined,
    signedOut: true,
    tiers: all({ kind: 'failed', failure: { kind: 'signIn' } }),
    server: { kind: 'failed', failure: { kind: 'signIn' } },
  },
  noConsent: {
    ...drawn,
    tiers: all({ kind: 'notGranted' }),
    server: { kind: 'failed', failure: { kind: 'consent', tier: 'live' } },
  },
  member: { ...drawn, server: { kind: 'failed', failure: { kind: 'denied' } } },
  troubled: {
    ...drawn,
    hasSite: false,
    server: {
      kind: 'told',
      state: { ...server.state, clockOffMs: 400_000, certificateEnds: NOON + 9 * DAY, balanceCap: 'persons' },
    },
    tiers: [
      row(
        'plan',
        { kind: 'partly' },
        calls('plan', 'works', 'works', { kind: 'throttled', retryAfterMs: 600_000 }),
      ),
      row('followUp', { kind: 'granted' }, calls('followUp', 'nothing', 'nothing', 'nothing')),
      row('live', { kind: 'partly' }, calls('live', 'works', { kind: 'notFound' }, { kind: 'unavailable' })),
      row('directory', { kind: 'failed', failure: { kind: 'offline' } }),
      row('transcripts', { kind: 'partly' }, calls('transcripts', 'works', refused('attributionOff'))),
      row('mail', { kind: 'notGranted' }),
    ],
    leaving: { kind: 'failed', what: 'save', failure: { kind: 'denied' } },
  },
  saving: { ...drawn, leaving: { kind: 'saving' } },
  purged: { ...drawn, leaving: { kind: 'purged', gone: 11, open: 1 } },
  alone: {
    ...drawn,
    server: { kind: 'none' },
    leaving: { kind: 'failed', what: 'purge', failure: { kind: 'offline' } },
  },
  odd: { ...drawn, tenant: `<b>${'x'.repeat(190)}</b>`, host: `${'y'.repeat(60)}.example` },
};

import type { AdminView, CallMade, TierRow } from '../../app/admin/adminDesk';
import type { Failure } from '../../app/ports/failure';
import { ADMIN_CALLS } from './adminCalls';
import type { AdminLocale } from './adminLocale';
import { certificateText, clockText, serverTexts } from './adminTexts';

/**
 * What a support ticket needs: versions, states, calls with their times and codes. Neither the tenant's name nor its
 * address, nobody's name, no token and no id: those are not among what it is made of.
 */
export function adminReport(view: AdminView, locale: AdminLocale): string {
  const { admin: words } = locale;
  const { server, testedAt } = view;
  const { reportLines: said } = words;
  const told = server.kind === 'told' ? server.state : undefined;
  const lines = [
    [said.version, told?.version ?? said.unknown],
    [said.when, testedAt === null ? words.line.never : new Date(testedAt).toISOString()],
    [said.server, serverTexts(view, locale, 'UTC')[0] ?? said.unknown],
    [said.clock, told === undefined ? said.unknown : clockText(told, locale)],
    [said.certificate, told === undefined ? said.unknown : certificateText(told, locale, 'UTC')],
    [said.rooms, told === undefined ? said.unknown : `${told.rooms.kept} (${told.rooms.open})`],
    [said.balance, view.cap],
    [said.site, view.hasSite ? said.yes : said.no],
  ].map(([name, value]) => `${name}: ${value}`);
  return [words.reportHead, ...lines, ...view.tiers.flatMap((row) => tierLines(row, locale))].join('\n');
}

function tierLines(row: TierRow, locale: AdminLocale): readonly string[] {
  const { tiers } = locale.admin;
  const { state } = row;
  const why = state.kind === 'failed' ? ` (${codeOf(state.failure)})` : '';
  return [
    `${tiers[row.tier].name}: ${state.kind}${why}`,
    ...row.calls.map((call) => `  ${callText(call, locale)}`),
  ];
}

const callText = ({ probe, outcome, milliseconds }: CallMade, { admin: { sheet } }: AdminLocale): string =>
  `${ADMIN_CALLS[probe]}: ${typeof outcome === 'object' ? codeOf(outcome) : outcome}, ${sheet.took(milliseconds)}`;

/** Codes of the service are names of its own; they hold nothing of anybody. */
const codeOf = (failure: Failure): string =>
  failure.kind === 'refused' ? `refused ${failure.code}` : failure.kind;

import type { BalanceView, MeetingScreen } from '../../app/meeting/meetingView';
import type { Share } from '../../domain/balance/types';
import type { MeetingBalanceWords } from '../../locale/es/meetingBalanceWords';
import type { MeetingLocale } from '../../locale/meetingLocale';
import { areaName } from './meetingNames';

type NamedShare = Share & { readonly id: string; readonly name: string };

/** Shares of the areas in the order in which the meeting names them; null before there is anything to say. */
export function areaShares(view: MeetingScreen, locale: MeetingLocale): readonly NamedShare[] | null {
  const areas = view.balance?.areas ?? null;
  if (areas === null) return null;
  return view.areas.flatMap(({ id }) => {
    const share = Object.hasOwn(areas, id) ? areas[id] : undefined;
    return share === undefined ? [] : [{ ...share, id, name: areaName(view, id, locale) }];
  });
}

/** «Marketing 61 % · Ventas 39 %», and what it is an estimate of; how long it is too early before. */
export function balanceText(
  view: MeetingScreen,
  balance: BalanceView,
  locale: MeetingLocale,
  words: MeetingBalanceWords,
): string {
  const shares = areaShares(view, locale);
  const { counted, attributed, tooEarlyFor, as } = balance;
  const without = as === 'declined';
  const partly = without || counted.is < counted.of ? [words.counted(counted.is, counted.of, without)] : [];
  if (shares === null) return [words.tooEarly(tooEarlyFor), ...partly].join(' · ');
  return [
    ...shares.map(({ name, share }) => words.share(name, share)),
    words.estimate(attributed),
    ...partly,
  ].join(' · ');
}

/** The same on one line. */
export function shortBalanceText(
  view: MeetingScreen,
  locale: MeetingLocale,
  words: MeetingBalanceWords,
): string {
  const shares = areaShares(view, locale);
  if (shares === null) return words.tooEarlyShort;
  return [...shares.map(({ name, share }) => words.share(name, share)), words.estimateShort].join(' · ');
}

export const fairText = (shares: readonly NamedShare[], words: MeetingBalanceWords): string =>
  words.fair(shares.map(({ name, fair }) => words.share(name, fair)));

/** Who sees my share: nobody else, everybody by my name, or everybody as my area's, of which I am all that was heard. */
export function seenOf({ balance, people, me }: MeetingScreen): 'alone' | 'name' | 'area' {
  if (balance?.as === 'shown') return 'name';
  const mine = balance?.own?.share?.milliseconds ?? 0;
  const area = people.find(({ id }) => id === me)?.area ?? '';
  const all = Object.entries(balance?.areas ?? {}).find(([id]) => id === area)?.[1].milliseconds;
  return mine > 0 && all === mine ? 'area' : 'alone';
}

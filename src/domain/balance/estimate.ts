import type { Balance, Talk, TalkPicture } from './types';

/** What a record keeps of a balance: areas only. */
export function estimatedTalk(of: { readonly balance: Balance; readonly picture: TalkPicture }): Talk {
  const { areas, speech } = of.balance;
  const each = Object.entries(areas);
  const attributed = each.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
  return {
    source: 'estimate',
    areas: Object.fromEntries(each.map(([area, { milliseconds }]) => [area, milliseconds])),
    fair: Object.fromEntries(each.map(([area, { fair }]) => [area, fair])),
    unattributed: Math.max(0, speech - attributed),
    picture: of.picture,
  };
}

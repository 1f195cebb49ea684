import type { TabSettingsView } from '../../../src/app/tabSettings/tabSettingsDesk';

const series = [
  { id: 'w', title: 'Semanal de Marketing y Ventas', kind: 'weekly', onlyMine: false, elsewhere: false },
  { id: 'm', title: 'Mensual de dirección', kind: 'monthly', onlyMine: true, elsewhere: true },
] as const;
const choose = {
  screen: 'choose',
  series,
  chosen: 'w',
  unreadable: [],
  saving: false,
  failure: null,
} as const;

/** Every state of the choice in a channel; a name of none stands for scripts that did not come. */
export const tabSettingsViews: Readonly<Record<string, TabSettingsView>> = {
  starting: { screen: 'starting' },
  signIn: { screen: 'signIn', failure: null },
  consent: { screen: 'signIn', failure: { kind: 'consent', tier: 'followUp' } },
  failed: { screen: 'failed', failure: { kind: 'denied' } },
  noSeries: { screen: 'noSeries', unreadable: ['series-3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f.json'] },
  choose,
  notSaved: { ...choose, failure: { kind: 'conflict' } },
  saving: { ...choose, saving: true },
  odd: {
    ...choose,
    series: [{ ...series[0], title: `<b>${'x'.repeat(190)}</b>` }, series[1]],
    unreadable: ['series-3f0e8a52-5e1c-4c67-9d4e-0a6b1d2c3e4f.json'],
  },
};

import { signal } from '@preact/signals-core';
import { FOLLOW_UP } from '../../domain/rhythm/followUp';
import type { Series } from '../../domain/rhythm/series';
import { cancellable } from '../cancel';
import { isClosedToUs } from '../planning/keeping';
import { skipFirst } from '../planning/planState';
import type { TeamChannel } from '../ports/announcing';
import { type Failure, PortFailure } from '../ports/failure';
import type { PersonIdentity } from '../ports/identity';
import type { SeriesHome, StoredSeries } from '../ports/seriesHome';
import type { TabSettingsHost, TabToAdd } from '../ports/tabSettingsHost';
import { updateSeries } from '../updateSeries';
import { whatFailed } from '../whatFailed';
import type { TabSettingsDesk, TabSettingsView } from './tabSettingsDesk';

export type TabSettingsPorts = {
  readonly host: Pick<TabSettingsHost, 'offer'>;
  readonly channel: TeamChannel;
  readonly identity: PersonIdentity;
  /** The most shared one first. */
  readonly homes: readonly SeriesHome[];
  /** The tab's page, and how it is opened outside of Teams. */
  readonly tab: (series: string) => Pick<TabToAdd, 'address' | 'outside'>;
  /** An error that nobody meant. */
  readonly report: (fault: unknown) => void;
};

/** What Teams puts on a tab. */
const MOST_NAME = 60;

type Found = StoredSeries & { readonly home: SeriesHome };

/** Which series the tab of a channel follows up: it reads by itself, and keeps the channel in the file when saved. */
export function createTabSettings(ports: TabSettingsPorts): TabSettingsDesk {
  const view = signal<TabSettingsView>({ screen: 'starting' });
  let found: readonly Found[] = [];

  const open = async (interactive: boolean): Promise<void> => {
    view.value = { screen: 'starting' };
    ports.host.offer(undefined);
    try {
      await ports.identity.token('followUp', { interactive });
      const listed = await seriesIn(ports.homes);
      found = listed.found;
      const [first] = found;
      const { unreadable } = listed;
      if (first === undefined) return void (view.value = { screen: 'noSeries', unreadable });
      const series = found.map((one) => choiceOf(one, ports.channel));
      const here = found.find((one) => isSame(one.series.followUp?.channel, ports.channel));
      // The weekly one has the day-to-day work that a channel is for.
      const weekly = found.find((one) => one.series.kind === 'weekly');
      view.value = {
        screen: 'choose',
        series,
        chosen: (here ?? weekly ?? first).series.id,
        unreadable,
        saving: false,
        failure: null,
      };
      ports.host.offer(save);
    } catch (error) {
      view.value = notOpened(error, ports.report);
    }
  };

  const save = async (): Promise<TabToAdd> => {
    const before = view.value;
    const one = found.find(({ series }) => before.screen === 'choose' && series.id === before.chosen);
    if (before.screen !== 'choose' || one === undefined) throw new PortFailure({ kind: 'notFound' });
    view.value = { ...before, saving: true, failure: null };
    try {
      const kept = await keep(one, ports.channel);
      found = found.map((other) => (other === one ? { ...one, ...kept } : other));
      const { id, title } = kept.series;
      view.value = { ...before, saving: false, failure: null };
      return { id, name: nameOf(title), ...ports.tab(id) };
    } catch (error) {
      const what = whatFailed(error, ports.report);
      const failure: Failure = what?.kind === 'failed' ? what.failure : { kind: 'malformed' };
      view.value = { ...before, saving: false, failure };
      throw error;
    }
  };

  void open(false);
  return {
    view: { get: () => view.value, subscribe: (run) => skipFirst(view.subscribe.bind(view), run) },
    adminConsent: (tier) => ports.identity.adminConsent(tier),
    signIn: () => void open(true),
    retry: () => void open(true),
    choose(series) {
      const now = view.value;
      if (now.screen !== 'choose' || now.saving) return;
      if (!now.series.some(({ id }) => id === series)) return;
      view.value = { ...now, chosen: series, failure: null };
    },
  };
}

/** The file learns its channel: messages and links go there, and the tab finds its series without its settings too. */
async function keep(one: Found, channel: TeamChannel): Promise<StoredSeries> {
  const { series, home } = one;
  if (isSame(series.followUp?.channel, channel)) return one;
  const wanted: Series = { ...series, followUp: { ...FOLLOW_UP, ...series.followUp, channel } };
  return (await updateSeries(home, one, wanted)).stored;
}

/** Every series of every home that lets us in, each once: of a series that was moved the most shared file counts. */
async function seriesIn(
  homes: readonly SeriesHome[],
): Promise<{ readonly found: readonly Found[]; readonly unreadable: readonly string[] }> {
  const found: Found[] = [];
  const unreadable: string[] = [];
  let closed: unknown;
  let open = 0;
  for (const home of homes) {
    try {
      const listed = await home.list(cancellable());
      open += 1;
      unreadable.push(...listed.unreadable);
      const known = new Set(found.map(({ series }) => series.id));
      found.push(
        ...listed.series.flatMap((stored) => (known.has(stored.series.id) ? [] : [{ ...stored, home }])),
      );
    } catch (error) {
      if (!isClosedToUs(error)) throw error;
      closed ??= error;
    }
  }
  if (open === 0 && closed !== undefined) throw closed;
  found.sort((a, b) => (a.series.title < b.series.title ? -1 : 1));
  return { found, unreadable };
}

const choiceOf = ({ series, home }: Found, here: TeamChannel) => ({
  id: series.id,
  title: series.title,
  kind: series.kind,
  onlyMine: home.place !== 'site',
  elsewhere: series.followUp?.channel !== undefined && !isSame(series.followUp.channel, here),
});

const isSame = (one: TeamChannel | undefined, other: TeamChannel): boolean =>
  one?.team === other.team && one.channel === other.channel;

const nameOf = (title: string): string =>
  title.length <= MOST_NAME ? title : `${title.slice(0, MOST_NAME - 1)}…`;

function notOpened(error: unknown, report: (fault: unknown) => void): TabSettingsView {
  const what = whatFailed(error, report);
  if (what === undefined) return { screen: 'signIn', failure: null };
  const failure: Failure = what.kind === 'failed' ? what.failure : { kind: 'malformed' };
  const signIn = failure.kind === 'signIn' || failure.kind === 'consent';
  return { screen: signIn ? 'signIn' : 'failed', failure };
}

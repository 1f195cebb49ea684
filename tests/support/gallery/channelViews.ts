import type { FollowScreen, FollowView } from '../../../src/app/follow/followView';
import type { Board } from '../../../src/domain/tasks/boardGroups';
import { fold } from '../../../src/domain/tasks/fold';
import {
  aBoardTask,
  agency,
  callThem,
  channel,
  fairLeads,
  noPrices,
  priceTable,
  sendList,
  tasks,
  whatIsALead,
} from './followSample';

const around = (change: Partial<FollowScreen>): FollowScreen => ({ ...channel, ...change });

/** A team that kept its plan for years. */
export const MANY = 2_400;

/** Many tasks over many problems, as the board's own filters take them. */
export function manyTasks(): Board {
  const problems = Array.from({ length: 60 }, (_, nth) => ({
    ...(nth % 2 === 0 ? fairLeads : noPrices),
    id: `p${nth}`,
    title: `Problema ${nth + 1}`,
  }));
  const owners = [
    ['m04', 'marketing'],
    ['s05', 'sales'],
    ['m02', 'marketing'],
    ['s07', 'sales'],
  ] as const;
  const all = Array.from({ length: MANY }, (_, nth) => {
    const [owner, area] = owners[nth % 4] ?? owners[0];
    const day = 1 + (nth % 28);
    return aBoardTask({
      id: `t${nth}`,
      problem: `p${nth % 60}`,
      text: `${nth % 7 === 0 ? 'Llamar a' : 'Enviar la lista a'} la finca ${nth + 1}${nth % 11 === 0 ? ', con todo lo que se acordó en la feria y lo que falta por acordar' : ''}`,
      owner,
      area,
      due: `2026-12-${String(day).padStart(2, '0')}`,
      late: false,
      state: nth % 3 === 0 ? 'inProgress' : 'notStarted',
      mustDecide: nth % 97 === 0,
      carried: nth % 97 === 0 ? 3 : 0,
    });
  });
  return {
    tasks: all,
    problems: new Map(problems.map((one) => [one.id, one])),
    texts: new Map(all.map(({ id, text }) => [id, fold(text)])),
    present: [],
  };
}

const gone = aBoardTask({
  id: 't9',
  text: 'Pedir permiso a tres clientes',
  owner: 's02',
  area: 'sales',
  in: 'gone',
});

/** Every state of the channel's tab that the gallery draws. */
export const channelViews: Readonly<Record<string, FollowView>> = {
  starting: { screen: 'starting' },
  signIn: { screen: 'signIn', failure: null },
  consent: { screen: 'signIn', failure: { kind: 'consent', tier: 'followUp' } },
  failed: { screen: 'failed', failure: { kind: 'unavailable' } },
  noSeries: { screen: 'noSeries', unreadable: ['semanal.json'] },
  loading: around({
    progress: {
      records: { state: 'reading', done: 12, of: 104 },
      plan: { state: 'reading', done: 0, of: null },
    },
    next: { ...(channel.next as NonNullable<typeof channel.next>), forecast: null, breaks: [] },
    tasks: {
      ...tasks,
      groups: [],
      counts: { open: 0, late: 0, waiting: 0, shown: 0 },
      maySend: false,
      review: { at: 0, of: 0, task: null },
    },
  }),
  full: channel,
  guest: around({ organiser: { id: 's01', name: 'Rodrigo Beltrán Ayuso', me: false } }),
  notice: around({
    notice: {
      kind: 'failed',
      failure: { kind: 'throttled', retryAfterMs: 240_000 },
      during: 'push',
      again: true,
    },
    progress: {
      records: { state: 'ready' },
      plan: { state: 'failed', failure: { kind: 'throttled', retryAfterMs: 240_000 } },
    },
    unreadable: ['2026-10-06.json'],
    aside: [{ name: '2026-11-03.json', why: 'newer' }],
  }),
  question: around({
    question: {
      kind: 'change',
      change: { kind: 'move', original: Date.UTC(2026, 11, 8, 16, 15), start: Date.UTC(2026, 11, 9, 16, 15) },
      mails: 8,
      sessions: 1,
    },
  }),
  sending: around({ working: { what: 'push', done: 3, of: 40 } }),
  must: around({
    tasks: {
      ...tasks,
      groups: [
        { problem: fairLeads, tasks: [whatIsALead, gone, callThem, sendList] },
        { problem: null, tasks: [priceTable, agency] },
      ],
      withoutPlan: true,
    },
  }),
  none: around({
    tasks: {
      ...tasks,
      groups: [],
      filter: { search: 'nada' },
      counts: { ...tasks.counts, shown: 0 },
    },
  }),
  many: around({}),
  review: around({ part: 'review' }),
  reviewed: around({ part: 'review', tasks: { ...tasks, review: { at: 0, of: 0, task: null } } }),
  decisions: around({ part: 'decisions' }),
  rhythm: around({ part: 'rhythm' }),
  settings: around({ part: 'settings' }),
};

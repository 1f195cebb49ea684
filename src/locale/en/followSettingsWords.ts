import type { FollowSettingsWords } from '../es/followSettingsWords';
import type { Format } from '../format';

/** The settings of a series in English. */
export function followSettingsWordsEn(_: Format): FollowSettingsWords {
  return {
    title: 'Settings',
    keptAtOnce:
      'Each change is kept at once, and the whole team sees it. The invitation in the calendar does not change: that is done in Outlook.',
    people: 'People',
    columns: { name: 'Name', role: 'Role', standIn: 'Stand-in for', area: 'Area' },
    standInOf: (person) => `${person}, stand-in for`,
    areaOf: (person) => `Area of ${person}`,
    organises: 'organises',
    name: (area) => `Name of ${area}`,
    meeting: 'Meeting',
    chairing: 'Who chairs',
    chairings: {
      turns: 'By turns between the areas',
      organiser: 'Whoever organises',
      person: 'Always the same person',
    },
    chair: 'Person who chairs',
    choose: 'Choose…',
    monthly: 'Monthly that takes what is left',
    noMonthly: 'None',
    pauses: 'Pauses',
    pausesText: 'In a pause there is no session: it counts neither as held nor as skipped.',
    privacy: 'Privacy',
    balance: 'Balance of speaking',
    balances: {
      off: 'Not measured',
      areas: 'Between the areas',
      persons: 'Between the areas, and to each person their own share',
    },
    balanceText:
      'Only what is agreed here is kept. Each person’s share is seen by that person alone and stays in their folder, never in the team’s.',
    pulse: 'Two questions every fourth session, without names',
    pulseText: 'With fewer than three answers nobody is shown them.',
    reach: 'What reaches people',
    reaches: {
      message: 'A message in the chat after each session',
      prepare: 'An entry to prepare the session, in the calendar of whoever chairs',
      notices: 'A notice to whoever is asked something',
    },
    reachText: 'At most one notice a day per person.',
    handOver: 'Hand over the series',
    handOverText: (organiser) =>
      `${organiser} organises it. Whoever takes it goes on with people, problems and history.`,
    handOverTo: 'Hand over to',
    handOverDo: 'Hand over',
    handOverAsk: (organiser) => `Ask ${organiser}`,
    leaving: 'Data',
    export: 'Export everything',
    exportText: 'One file with all minutes and settings, readable without Cadencia.',
    exported: (name) => `Downloaded: ${name}`,
    erase: 'Erase a person',
    eraseText:
      'Takes their name out of the minutes and settings of this series. Their tasks and decisions stay without a name; what somebody wrote and what is in Planner stays as it is. Earlier versions stay in the site’s history until whoever runs the site removes them.',
    eraseDo: 'Erase…',
  };
}

import type { FollowSettingsWords } from '../es/followSettingsWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The settings of a series in English. */
export function followSettingsWordsEn(f: Format): FollowSettingsWords {
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
    measuring: measuringEn(f),
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

/** How a series comes to measure who speaks how much, and how it stops. */
function measuringEn(f: Format): FollowSettingsWords['measuring'] {
  return {
    title: 'Balance of speaking',
    off: 'Not measured.',
    on: {
      areas: (day) => `Measured by areas, since ${day}.`,
      persons: (day) => `Measured by areas, and by person for those who agree, since ${day}.`,
    },
    capped: {
      off: 'The organisation does not allow measuring: what was agreed waits.',
      areas: 'The organisation allows measuring by areas only.',
      persons: '',
    },
    nothing: 'The organisation does not allow measuring.',
    agreeText: 'It needs a yes of somebody of each area. Stopping is anybody’s to say.',
    ask: { areas: 'Propose measuring by areas', persons: 'Propose measuring by persons too' },
    stop: 'Stop measuring',
    onlyAreas: 'Measure by areas only',
    asked: {
      areas: (name, day) => `${name || 'Somebody'} proposes measuring by areas (${day}).`,
      persons: (name, day) => `${name || 'Somebody'} proposes measuring by persons too (${day}).`,
    },
    said: (people) => `Agreed: ${f.list(people)}.`,
    missing: (areas) =>
      areas.length === 0
        ? 'There is a yes of each area; it is still to be saved.'
        : `Still missing: a yes of somebody of ${f.list(areas)}.`,
    yes: 'Agree',
    no: 'No',
    withdraw: 'Withdraw',
    withdrawYes: 'Withdraw my yes',
    notMine: 'Key and optional people of the series agree on it.',
    yesOf: (series) => `Agree: ${series}`,
    noOf: (series) => `No: ${series}`,
    nudge: 'In the meeting, say which area is still to be heard',
    nudgeText: 'It names areas only, a few times in a meeting.',
    part: 'How I take part',
    shownText: 'Being shown by name is possible only while persons are measured.',
    alone: (areas) =>
      `Of ${f.list(areas)} only one person is counted: the share of the area is that person’s.`,
    names: 'Names in transcripts',
    namesText: 'What somebody explained once. Once forgotten, it is asked again.',
    means: {
      person: (name) => name,
      shared: () => 'a room, a phone or a shared account',
      nobody: () => 'nobody of this series',
    },
    forget: 'Forget',
    forgetOf: (name) => `Forget: ${name}`,
    erase: 'Erase what was measured',
    eraseText:
      'Takes out of all minutes how much each area spoke. The share that each person keeps stays in their own folder.',
    kept: (records) => `${count(records, 'record has', 'records have')} it.`,
    nothingKept: 'No record has it.',
  };
}

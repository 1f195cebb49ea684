import type { MembersWords } from '../es/membersWords';
import type { Format } from '../format';
import { countIn } from '../plurals';

const count = countIn('en');

/** The same words in English. */
export function membersWordsEn(f: Format): MembersWords {
  return {
    series: {
      title: 'Series',
      summary: (kind, minutes, times) =>
        `${kind === 'weekly' ? 'Weekly' : 'Monthly'} · ${f.minutes(minutes)} · ${count(times, 'session', 'sessions')}`,
      kind: 'Rhythm',
      weekly: 'Weekly',
      monthly: 'Monthly',
      minutes: 'Minutes (15 to 60)',
      times: 'Sessions',
      every: (kind) => (kind === 'weekly' ? 'Every how many weeks' : 'Every how many months'),
      from: 'First week (from)',
      pastWeek: (earliest, kept) => `That week is past: choose one from ${earliest}. It stays ${kept}.`,
      name: 'Title',
      language: 'Language of the invitation',
      spanish: 'Spanish',
      english: 'English',
      pauses: 'Pauses',
      known: 'Go on with a series',
      none: 'A new series',
      change: 'Change the series',
    },
    areas: {
      title: 'Areas',
      firstText: 'Who takes part and where they work.',
      summary: (areas) => {
        const people = f.list(areas.map(({ name, people: n }) => `${name} ${n}`));
        const [first] = areas;
        const same = areas.every(({ quorum }) => quorum === first?.quorum);
        const least = same
          ? `${first?.quorum ?? 0}`
          : areas.map(({ name, quorum }) => `${name} ${quorum}`).join(', ');
        return `${people}, at least ${least}`;
      },
      change: 'Change the areas',
      members: (area) => `People of ${area}`,
      find: 'Find a time',
      suggested: 'Suggestions',
      addTo: (person, area) => `Add ${person} to ${area}`,
      person: (area) => `Add to ${area}: name`,
      personHint: 'Type a name',
      searching: 'Searching…',
      found: (n) => (n === 0 ? 'Nobody of that name' : count(n, 'person found', 'people found')),
      already: 'Already among the people',
      nobodyYet: 'Nobody yet',
      details: (person) => `Details of ${person}`,
      role: (person) => `Role of ${person}`,
      roles: { key: 'Key person', optional: 'Optional', informed: 'Gets the minutes' },
      standIn: 'Stand-in for',
      noStandIn: 'Nobody',
      standsInFor: (person) => `stand-in for ${person}`,
      site: 'Site',
      moveTo: (area) => `Move to ${area}`,
      outsider: 'from outside',
      quorum: (area) => `Minimum from ${area}`,
      hours: 'Own working hours',
      hoursHint: 'Like this: 9:00-14:00, 15:00-18:00. Empty: does not work.',
      hoursWrong: 'Not understood. Write it like this: 9:00-14:00, 15:00-18:00',
      ownHours: 'Type the hours by hand',
      defaultHours: 'Use those of the site and the mailbox',
      more: (area) => `Protected hours and periods of ${area}`,
      protected: 'Protected hours',
      periods: 'Protected periods',
      weekday: 'Day',
      from: 'From',
      until: 'Until',
      lastDay: 'Last day',
      label: 'Name',
      addProtected: 'Add protected hours',
      addPeriod: 'Add a period',
      sites: 'Sites',
      siteHours: 'Working hours',
      city: 'City',
      zone: 'Time zone',
      country: 'Country',
      region: 'Region',
      wholeCountry: 'The whole country',
      holidays: 'Holidays (ticked: people work)',
      closedDays: 'Days on which the company closes',
      halfDays: 'Half days',
      addDay: 'Add a day',
      addSite: 'Add a site',
      newCity: 'New site',
      place: {
        site: 'The areas are kept on the team’s site: both can see them.',
        appFolder: 'The areas are kept in your Cadencia folder: for now only you see them.',
        mailbox: 'The areas are kept in your mailbox: for now only you see them.',
      },
    },
  };
}

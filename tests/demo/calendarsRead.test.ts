// CR reading one calendar: CR1 exports · CR2 zones · CR3 recurrence · CR4 whole days and lengths · CR5 faults · CR6 bombs
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decoded } from '../../src/demo/calendars/icsLines';
import { readCalendar, type ReadOptions } from '../../src/demo/calendars/readCalendar';
import type { CalendarItem } from '../../src/demo/company/types';
import { workOf } from '../support/work';

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const OPTIONS: ReadOptions = {
  file: 'ventas/laura.ics',
  key: 'laura',
  zone: 'Europe/Madrid',
  horizon: { from: day('2026-10-01'), until: day('2028-01-01') },
};
const read = (text: string, options: Partial<ReadOptions> = {}) =>
  readCalendar(text, { ...OPTIONS, ...options });
const file = (name: string, options: Partial<ReadOptions> = {}) =>
  read(decoded(readFileSync(path.join(__dirname, 'ics/exports', name))), options);
const calendar = (lines: readonly string[], end = '\r\n') =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join(end);
const event = (...lines: readonly string[]) => [
  'BEGIN:VEVENT',
  'UID:u1',
  'SUMMARY:Cita',
  ...lines,
  'END:VEVENT',
];
const utc = (items: readonly CalendarItem[]) =>
  items.map(({ from }) => new Date(from).toISOString().slice(0, 16));
const startsOf = (...lines: readonly string[]) => utc(read(calendar(event(...lines))).items);
const MADRID = 'TZID=Europe/Madrid';

describe('exports', () => {
  const outlook = file('outlook.ics');
  const series = outlook.items.filter(({ seriesUid }) => seriesUid !== undefined);

  test('CR1 Outlook: excluded and moved instances, private, place, folded subject', () => {
    expect(outlook.problems).toEqual([]);
    expect(outlook.zone).toBe('Europe/Madrid');
    expect(series).toHaveLength(18);
    expect(utc(series).slice(0, 4)).toEqual([
      '2026-11-24T16:15',
      '2026-12-02T08:00',
      '2026-12-22T16:15',
      '2026-12-29T16:15',
    ]);
    expect(utc(series).at(-1)).toBe('2027-04-06T15:15');
    expect(series[0]).toMatchObject({
      subject: 'Revisión de una campaña muy larga',
      isPrivate: true,
      location: 'Sala Encina, planta 2',
      status: 'busy',
    });
    expect(series[1]).toMatchObject({ subject: 'Movida al miércoles', status: 'tentative' });
  });

  test('CR1 Outlook: whole days by its own word, and work from elsewhere', () => {
    const by = (subject: string) => outlook.items.find((item) => item.subject === subject);
    expect(by('Vacaciones')).toMatchObject({
      allDay: true,
      status: 'oof',
      from: Date.parse('2026-12-27T23:00Z'),
      until: Date.parse('2027-01-05T23:00Z'),
    });
    expect(by('San Andrés')).toMatchObject({ allDay: true, status: 'free' });
    expect(by('Desde casa')).toMatchObject({ allDay: false, status: 'workingElsewhere' });
  });

  test('CR1 Google: declined, cancelled, unanswered, and the calendar’s own zone', () => {
    const google = file('google.ics', { key: 'nobody' });
    expect(google.zone).toBe('America/Bogota');
    expect(google.items.slice(0, 5).map(({ subject, status }) => [subject, status])).toEqual([
      ['Aceptada', 'busy'],
      ['Sin responder', 'tentative'],
      ['Feria', 'busy'],
      ['Equipo', 'busy'],
      ['Equipo', 'busy'],
    ]);
    expect(utc(google.items).slice(2, 5)).toEqual([
      '2026-11-26T05:00',
      '2026-12-01T14:00',
      '2026-12-22T14:00',
    ]);
  });

  test('CR1 who owns the file is also known by its name', () => {
    const declined = calendar(
      event(
        'DTSTART:20261124T150000Z',
        'DTEND:20261124T160000Z',
        'ATTENDEE;PARTSTAT=DECLINED:mailto:ana.garcia@firma.example',
      ),
    );
    expect(read(declined, { key: 'ana-garcia' }).items).toHaveLength(0);
    expect(read(declined, { key: 'ana' }).items).toHaveLength(1);
  });

  test('CR1 line ends of all three kinds, a byte order mark, old Windows letters', () => {
    const lines = event('DTSTART:20261124T150000Z', 'DTEND:20261124T160000Z', 'LOCATION:Bogotá');
    for (const end of ['\r\n', '\n', '\r']) {
      expect(read(`\uFEFF${calendar(lines, end)}`).items).toMatchObject([{ location: 'Bogotá' }]);
    }
    expect(decoded(Uint8Array.from([0x42, 0x6f, 0x67, 0x6f, 0x74, 0xe1]))).toBe('Bogotá');
  });
});

describe('zones', () => {
  test.each([
    ['Romance Standard Time', '2027-03-30T15:15'],
    ['romance standard time', '2027-03-30T15:15'],
    ['SA Pacific Standard Time', '2027-03-30T22:15'],
    ['Central Standard Time (Mexico)', '2027-03-30T23:15'],
    ['Nepal Standard Time', '2027-03-30T11:30'],
    ['(UTC+01:00) Brussels\\, Copenhagen\\, Madrid\\, Paris'.replaceAll('\\', ''), '2027-03-30T15:15'],
    ['(UTC-05:00) Bogota, Lima, Quito, Rio Branco', '2027-03-30T22:15'],
    ['/freeassociation.sourceforge.net/America/Bogota', '2027-03-30T22:15'],
    ['Etc/UTC', '2027-03-30T17:15'],
  ])('CR2 %s, without rules in the file', (tzid, expected) => {
    expect(startsOf(`DTSTART;TZID="${tzid}":20270330T171500`, 'DURATION:PT45M')).toEqual([expected]);
  });

  const custom = (tzid: string, standard: string, daylight: string) => [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    `TZOFFSETFROM:${daylight}`,
    `TZOFFSETTO:${standard}`,
    ...(standard === daylight ? [] : ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10']),
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    `TZOFFSETFROM:${standard}`,
    `TZOFFSETTO:${daylight}`,
    ...(standard === daylight ? [] : ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3']),
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ];

  test('CR2 a zone made by hand follows its own rules, and the person gets the zone that fits them', () => {
    const found = read(
      calendar([
        ...custom('Customized Time Zone', '+0100', '+0200'),
        ...event(
          'DTSTART;TZID=Customized Time Zone:20270323T171500',
          'DTEND;TZID=Customized Time Zone:20270323T180000',
          'RRULE:FREQ=WEEKLY;COUNT=2',
        ),
      ]),
    );
    expect(utc(found.items)).toEqual(['2027-03-23T16:15', '2027-03-30T15:15']);
    expect(found.zone).toBe('Europe/Madrid');
    const bogota = read(
      calendar([
        ...custom('tzone://Microsoft/Custom', '-0500', '-0500'),
        ...event('DTSTART;TZID="tzone://Microsoft/Custom":20270323T090000', 'DURATION:PT1H'),
      ]),
    );
    expect(utc(bogota.items)).toEqual(['2027-03-23T14:00']);
    expect(bogota.zone).toBe('America/Bogota');
  });

  test('CR2 old rules for a known name do not count: Mexico no longer changes its clock', () => {
    const found = read(
      calendar([
        ...custom('Central Standard Time (Mexico)', '-0600', '-0500'),
        ...event('DTSTART;TZID=Central Standard Time (Mexico):20270615T090000', 'DURATION:PT1H'),
      ]),
    );
    expect(utc(found.items)).toEqual(['2027-06-15T15:00']);
  });

  test('CR2 floating times and whole days stand on the calendar’s own wall', () => {
    const lines = [
      ...event('DTSTART:20261124T090000', 'DTEND:20261124T100000'),
      ...['BEGIN:VEVENT', 'UID:u2', 'DTSTART;VALUE=DATE:20261125', 'END:VEVENT'],
    ];
    expect(utc(read(calendar(lines)).items)).toEqual(['2026-11-24T08:00', '2026-11-24T23:00']);
    const bogota = read(calendar(['X-WR-TIMEZONE:America/Bogota', ...lines]));
    expect(utc(bogota.items)).toEqual(['2026-11-24T14:00', '2026-11-25T05:00']);
  });

  test('CR2 an unknown zone is told and the calendar’s own taken', () => {
    const found = read(
      calendar(
        event('DTSTART;TZID=Valdeolmo Time:20261124T090000', 'DTEND;TZID=Valdeolmo Time:20261124T100000'),
      ),
    );
    expect(utc(found.items)).toEqual(['2026-11-24T08:00']);
    expect(found.problems).toEqual([
      { code: 'unknownZone', file: 'ventas/laura.ics', line: 6, zone: 'Valdeolmo Time', more: 1 },
    ]);
  });
});

describe('recurrence', () => {
  const weekly = (...more: readonly string[]) =>
    startsOf(`DTSTART;${MADRID}:20270316T171500`, `DTEND;${MADRID}:20270316T180000`, ...more);

  test('CR3 a series keeps its wall clock over the change of the clock', () => {
    expect(weekly('RRULE:FREQ=WEEKLY;COUNT=4')).toEqual([
      '2027-03-16T16:15',
      '2027-03-23T16:15',
      '2027-03-30T15:15',
      '2027-04-06T15:15',
    ]);
  });

  test.each([
    ['20270330T151500Z', 3],
    ['20270330T151459Z', 2],
    ['20270330T171500', 3],
    ['20270330', 3],
    ['20270329', 2],
  ])('CR3 the end %s belongs to the series', (until, times) => {
    expect(weekly(`RRULE:FREQ=WEEKLY;UNTIL=${until}`)).toHaveLength(times);
  });

  test('CR3 excluded: in UTC, without a zone, as a date; a count counts them', () => {
    const rule = 'RRULE:FREQ=WEEKLY;COUNT=5';
    expect(
      weekly(rule, 'EXDATE:20270323T161500Z', 'EXDATE:20270330T171500', 'EXDATE;VALUE=DATE:20270406'),
    ).toEqual(['2027-03-16T16:15', '2027-04-13T15:15']);
  });

  test('CR3 added dates, with a length of their own', () => {
    const found = read(
      calendar(
        event(
          `DTSTART;${MADRID}:20270316T171500`,
          `DTEND;${MADRID}:20270316T180000`,
          `RDATE;${MADRID}:20270318T100000`,
          'RDATE;VALUE=PERIOD:20270319T090000Z/PT2H',
        ),
      ),
    ).items;
    expect(utc(found)).toEqual(['2027-03-16T16:15', '2027-03-18T09:00', '2027-03-19T09:00']);
    expect(found.map(({ from, until }) => (until - from) / 60_000)).toEqual([45, 45, 120]);
  });

  const override = (...lines: readonly string[]) => [
    'BEGIN:VEVENT',
    'UID:u1',
    'SUMMARY:Otra',
    ...lines,
    'END:VEVENT',
  ];
  const master = event(
    `DTSTART;${MADRID}:20270302T100000`,
    `DTEND;${MADRID}:20270302T110000`,
    'RRULE:FREQ=WEEKLY;COUNT=6',
  );

  test('CR3 this and all following: later instances move along over the change of the clock, single ones stay', () => {
    const found = read(
      calendar([
        ...master,
        ...override(
          `RECURRENCE-ID;RANGE=THISANDFUTURE;${MADRID}:20270316T100000`,
          `DTSTART;${MADRID}:20270317T153000`,
          `DTEND;${MADRID}:20270317T160000`,
        ),
        ...override(
          `RECURRENCE-ID;${MADRID}:20270330T100000`,
          `DTSTART;${MADRID}:20270330T080000`,
          `DTEND;${MADRID}:20270330T083000`,
        ),
      ]),
    ).items;
    expect(utc(found)).toEqual([
      '2027-03-02T09:00',
      '2027-03-09T09:00',
      '2027-03-17T14:30',
      '2027-03-24T14:30',
      '2027-03-30T06:00',
      '2027-04-07T13:30',
    ]);
    expect(new Set(found.map(({ seriesUid }) => seriesUid))).toEqual(new Set(['u1']));
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(6);
  });

  test('CR3 this and all following with a rule of its own ends the old one', () => {
    const found = read(
      calendar([
        ...master,
        ...override(
          `RECURRENCE-ID;RANGE=THISANDFUTURE;${MADRID}:20270316T100000`,
          `DTSTART;${MADRID}:20270318T120000`,
          `DTEND;${MADRID}:20270318T123000`,
          'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2',
        ),
      ]),
    ).items;
    expect(utc(found)).toEqual([
      '2027-03-02T09:00',
      '2027-03-09T09:00',
      '2027-03-18T11:00',
      '2027-04-01T10:00',
    ]);
  });

  test('CR3 a moved instance whose series is not in the file stands for itself; the later version of one counts', () => {
    const one = (sequence: number, hour: string) =>
      override(
        `SEQUENCE:${sequence}`,
        `RECURRENCE-ID;${MADRID}:20270309T100000`,
        `DTSTART;${MADRID}:20270309T${hour}0000`,
        `DTEND;${MADRID}:20270309T${hour}3000`,
      );
    expect(utc(read(calendar(one(0, '12'))).items)).toEqual(['2027-03-09T11:00']);
    const both = utc(read(calendar([...master, ...one(2, '12'), ...one(1, '13')])).items);
    expect(both.slice(0, 3)).toEqual(['2027-03-02T09:00', '2027-03-09T11:00', '2027-03-16T09:00']);
    expect(both).toHaveLength(6);
  });

  test('CR3 an endless series begun long ago ends at the horizon', () => {
    const found = startsOf('DTSTART:20100101T090000Z', 'DURATION:PT30M', 'RRULE:FREQ=DAILY');
    expect(found[0]).toBe('2026-10-01T09:00');
    expect(found.at(-1)).toBe('2027-12-31T09:00');
  });

  test.each([
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;WKST=SU',
    'FREQ=DAILY;INTERVAL=2;BYDAY=TU',
  ])('CR3 %s of old begins in the same phase as if it were counted from its first day', (rule) => {
    const old = (more: string) =>
      startsOf('DTSTART:20180103T090000Z', 'DURATION:PT30M', `RRULE:${rule}${more}`);
    expect(old('').length).toBeGreaterThan(10);
    expect(old('')).toEqual(old(';COUNT=9999'));
  });

  test.each([
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2027-01-29', '2027-02-26', '2027-03-26']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', ['2027-01-29', '2027-02-26', '2027-03-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3', ['2027-01-29', '2027-03-29', '2027-04-29']],
    ['FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=29', ['2027-01-29']],
  ])('CR3 %s', (rule, days) => {
    const found = startsOf('DTSTART:20270129T090000Z', 'DURATION:PT30M', `RRULE:${rule}`);
    expect(found.map((one) => one.slice(0, 10))).toEqual(days);
  });
});

describe('whole days and lengths', () => {
  test('CR4 whole days follow the wall clock and are free unless the file says otherwise', () => {
    const of = (...lines: readonly string[]) =>
      read(calendar(event('DTSTART;VALUE=DATE:20270328', ...lines))).items[0];
    expect(of()).toMatchObject({ status: 'free', until: Date.parse('2027-03-28T22:00Z') });
    expect(of('TRANSP:OPAQUE')).toMatchObject({ status: 'busy' });
    expect(of('X-MICROSOFT-CDO-BUSYSTATUS:OOF')).toMatchObject({ status: 'oof' });
    expect(of('DURATION:P2D')).toMatchObject({ until: Date.parse('2027-03-29T22:00Z') });
    expect(of('DTEND;VALUE=DATE:20270328')).toMatchObject({ until: Date.parse('2027-03-28T22:00Z') });
  });

  test('CR4 Outlook’s whole days with a time, and a length over midnight', () => {
    expect(
      read(
        calendar(
          event(
            `DTSTART;${MADRID}:20270328T000000`,
            `DTEND;${MADRID}:20270329T000000`,
            'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
          ),
        ),
      ).items,
    ).toMatchObject([{ allDay: true, status: 'free', until: Date.parse('2027-03-28T22:00Z') }]);
    const [night] = read(calendar(event('DTSTART:20270328T230000Z', 'DURATION:P1DT2H30M'))).items;
    expect(((night?.until ?? 0) - (night?.from ?? 0)) / 3_600_000).toBe(26.5);
  });

  test('CR4 what takes no time is nowhere, what overlaps the horizon is in it', () => {
    expect(startsOf('DTSTART:20270328T090000Z')).toEqual([]);
    expect(startsOf('DTSTART:20260901T000000Z', 'DTEND:20261002T000000Z')).toEqual(['2026-09-01T00:00']);
    expect(startsOf('DTSTART:20260901T000000Z', 'DTEND:20261001T000000Z')).toEqual([]);
    expect(startsOf('DTSTART:20280101T000000Z', 'DTEND:20280102T000000Z')).toEqual([]);
  });
});

describe('faults', () => {
  const good = ['BEGIN:VEVENT', 'UID:good', 'DTSTART:20261125T150000Z', 'DURATION:PT1H', 'END:VEVENT'];

  test.each([
    ['a folder listing', 'notCalendar', 1],
    ['', 'notCalendar', 1],
    [calendar([...event('DTSTART:20261124T150000Z'), 'this is no line', ...good]), 'badLine', 8],
    [calendar([...good]).replace('END:VEVENT\r\n', ''), 'badLine', 7],
    [
      calendar([...good])
        .split('\r\n')
        .slice(0, 5)
        .join('\r\n'),
      'badLine',
      5,
    ],
    [calendar(['BEGIN:VEVENT', ...good]), 'badLine', 9],
  ])('CR5 a broken file says its line, and nothing of it is used (%#)', (text, code, line) => {
    expect(read(text)).toEqual({
      usable: false,
      items: [],
      zone: undefined,
      problems: [{ code, file: 'ventas/laura.ics', line }],
    });
  });

  test.each([
    [['DTSTART:garbage']],
    [['DTSTART:20261345T990000Z']],
    [['DTSTART:20260230T100000Z']],
    [['DTSTART;TZID="Europe/Mad:rid:20261124T150000Z']],
    [['DTSTART:20261124T150000Z', 'DURATION:soon'], 7],
    [['DTSTART:20261124T150000Z', 'RRULE:FREQ=NEVER'], 7],
    [['DTSTART:20261124T150000Z', 'RRULE:FREQ=DAILY;COUNT=x'], 7],
    [['DTSTART:20261124T150000Z', 'RRULE:FREQ=DAILY;UNTIL=never'], 7],
    [['DTSTART:20261124T150000Z', 'RRULE:FREQ=WEEKLY;INTERVAL=999999999'], 7],
    [['LOCATION:nowhere'], 3],
  ])(
    'CR5 an event with a bad value is left out and told by its line, the others are used (%j)',
    (lines, line = 6) => {
      const found = read(calendar([...event(...(lines as string[])), ...good]));
      expect(utc(found.items)).toEqual(['2026-11-25T15:00']);
      expect(found.problems).toEqual([{ code: 'badValue', file: 'ventas/laura.ics', line }]);
    },
  );

  test('CR5 odd lines that nobody reads do no harm', () => {
    expect(
      startsOf('DTSTART:20261124T150000Z', 'DURATION:PT1H', 'X-ODD;A="b:c', 'COMMENT;=:x', 'GEO:none'),
    ).toEqual(['2026-11-24T15:00']);
  });
});

describe('bombs', () => {
  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=FR',
    'FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
  ])('CR6 a rule that never matches again, %s, ends', (rule) => {
    expect(startsOf('DTSTART:20261124T150000Z', 'DURATION:PT1H', `RRULE:${rule}`)).toEqual([
      '2026-11-24T15:00',
    ]);
  });

  test.each(['FREQ=SECONDLY', 'FREQ=MINUTELY', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'])(
    'CR6 %s is left out and told by its line',
    (rule) => {
      const found = read(calendar(event('DTSTART:20000101T000000Z', 'DURATION:PT1S', `RRULE:${rule}`)));
      expect(found).toMatchObject({ usable: true, items: [], problems: [{ code: 'endlessRule', line: 8 }] });
    },
  );

  test('CR6 more items than any calendar has make it unusable', () => {
    const lines = Array.from({ length: 60 }, (_, index) => [
      'BEGIN:VEVENT',
      `UID:bomb-${index}`,
      'DTSTART:20261124T150000Z',
      'DURATION:PT1S',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
    ]).flat();
    const found = read(calendar(lines));
    expect(found).toMatchObject({ usable: false, items: [] });
    expect(found.problems).toMatchObject([{ code: 'tooManyItems', limit: 20_000 }]);
  });

  test('CR6 all rules of a file share a number of steps, and what comes after is left out', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => [
      ...['BEGIN:VEVENT', `UID:bomb-${index}`, 'DTSTART:20000101T000000Z', 'DURATION:PT1S'],
      ...['RRULE:FREQ=SECONDLY', 'END:VEVENT'],
    ]).flat();
    const reading = () =>
      expect(read(calendar(lines)).problems).toMatchObject([{ code: 'endlessRule', line: 7, more: 999 }]);
    expect(workOf(reading)).toBeLessThan(40_000);
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYMONTHDAY=1;BYDAY=5MO',
    'FREQ=YEARLY;INTERVAL=4;BYYEARDAY=366',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYDAY=SU',
  ])('CR6 a zone whose rules need not come every year, %s, is no zone', (rule) => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Bomb', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0100'],
      ...['TZOFFSETTO:+0200', `RRULE:${rule}`, 'END:STANDARD', 'END:VTIMEZONE'],
    ];
    const found = read(calendar([...zone, ...event('DTSTART;TZID=Bomb:20261124T090000', 'DURATION:PT1H')]));
    expect(found.problems).toMatchObject([{ code: 'unknownZone', zone: 'Bomb' }]);
  });

  test('CR6 ten thousand nested or repeated components take no long time', () => {
    const reading = () => {
      read(calendar(Array.from({ length: 10_000 }, () => 'BEGIN:VEVENT')));
      read(calendar(Array.from({ length: 10_000 }, () => event('DTSTART:20261124T150000Z')).flat()));
    };
    expect(workOf(reading)).toBeLessThan(20_000);
  });
});

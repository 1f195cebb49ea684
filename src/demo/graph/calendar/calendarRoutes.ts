import { objectOf } from '../http/body';
import { badRequest, GraphError } from '../http/errors';
import { windowsNames } from '../../calendars/windowsZones';
import { deniedBy } from '../http/router';
import { preferencesOf } from '../odata/options';
import type { GraphRequest, Params, Reply, Route } from '../types';
import { nameOfZone, zoneNamed } from '../zones';
import { type Calendaring, calendarIdOf } from './eventRoutes';
import { hoursJson, scheduleOf, scheduleRequestOf, type Scheduling } from './schedule';

/** The calendar itself: whose it is, and what it says of others. */
export function calendarRoutes(calendaring: Calendaring, scheduling: Scheduling): readonly Route[] {
  const { base, company } = calendaring;

  const ownerOf = (request: GraphRequest, { user }: Params): string => {
    const id = calendaring.personIdOf(user ?? '');
    if (id !== request.caller.personId) throw deniedBy('outlook');
    return id;
  };
  const calendarJson = (ownerId: string) => {
    const owner = company.people.find(({ id }) => id === ownerId);
    return {
      id: calendarIdOf(ownerId),
      name: owner?.language.startsWith('es') === true ? 'Calendario' : 'Calendar',
      color: 'auto',
      hexColor: '',
      isDefaultCalendar: true,
      changeKey: Buffer.from(ownerId.slice(0, 8)).toString('base64'),
      canShare: true,
      canViewPrivateItems: true,
      canEdit: true,
      allowedOnlineMeetingProviders: ['teamsForBusiness'],
      defaultOnlineMeetingProvider: 'teamsForBusiness',
      isTallyingResponses: true,
      isRemovable: false,
      owner: { name: owner?.name ?? '', address: owner?.mail ?? '' },
    };
  };
  const getSchedule = (request: GraphRequest, params: Params): Reply => {
    ownerOf(request, params);
    const asked = scheduleRequestOf(objectOf(request.body));
    const zoneName = preferencesOf(request.headers['prefer']).get('outlook.timezone') ?? 'UTC';
    zoneNamed(zoneName);
    const value = asked.addresses.map((address) =>
      scheduleOf(scheduling, address, request.caller.personId, asked, zoneName),
    );
    const context = `${base}/$metadata#Collection(microsoft.graph.scheduleInformation)`;
    return { status: 200, body: { '@odata.context': context, value } };
  };

  const read = ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'];
  return [
    {
      method: 'GET',
      pattern: 'users/{user}/calendar',
      scopes: read,
      denied: 'outlook',
      handle: (request, params) => ({
        status: 200,
        body: {
          '@odata.context': `${base}/$metadata#calendars/$entity`,
          ...calendarJson(ownerOf(request, params)),
        },
      }),
    },
    {
      method: 'GET',
      pattern: 'users/{user}/calendars',
      scopes: read,
      denied: 'outlook',
      handle: (request, params) => ({
        status: 200,
        body: {
          '@odata.context': `${base}/$metadata#calendars`,
          value: [calendarJson(ownerOf(request, params))],
        },
      }),
    },
    ...['users/{user}/calendar', 'users/{user}/calendars/{calendar}'].map((at): Route => ({
      method: 'POST',
      pattern: `${at}/getschedule`,
      scopes: read,
      denied: 'outlook',
      handle: getSchedule,
    })),
    {
      method: 'GET',
      pattern: 'users/{user}/outlook/{list}',
      scopes: ['User.Read', 'User.ReadWrite', 'User.Read.All'],
      denied: 'outlook',
      handle(request, params) {
        ownerOf(request, params);
        const match =
          /^supportedTimeZones(?:\((?:TimeZoneStandard=microsoft\.graph\.timeZoneStandard'(windows|iana)')?\))?$/i.exec(
            params['list'] ?? '',
          );
        if (match === null) throw badRequest(`Resource not found for the segment '${params['list']}'.`);
        const names =
          match[1]?.toLowerCase() === 'iana' ? Intl.supportedValuesOf('timeZone') : windowsNames();
        const context = `${base}/$metadata#Collection(microsoft.graph.timeZoneInformation)`;
        return {
          status: 200,
          body: {
            '@odata.context': context,
            value: names.map((name) => ({ alias: name, displayName: name })),
          },
        };
      },
    },
    {
      method: 'GET',
      pattern: 'users/{user}/mailboxsettings',
      scopes: ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
      denied: 'outlook',
      handle(request, params) {
        const person = company.people.find(({ id }) => id === ownerOf(request, params));
        if (person === undefined)
          throw new GraphError(404, 'ErrorItemNotFound', 'The mailbox was not found.');
        return {
          status: 200,
          body: {
            '@odata.context': `${base}/$metadata#users('${person.id}')/mailboxSettings`,
            timeZone: nameOfZone(person.zone),
            language: { locale: person.language, displayName: person.language },
            ...(person.workingHours !== undefined && { workingHours: hoursJson(person.workingHours) }),
          },
        };
      },
    },
  ];
}

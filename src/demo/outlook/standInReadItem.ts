import type { ReadItemData } from './readItem';
import { standInProperties } from './standInItem';
import { callbackOf, resultOf, type Send } from './standInResult';
import { StandInSeriesTime } from './standInSeriesTime';

const HTML = 'html';

/** An appointment that is only read: what the real one offers then, as far as a pane uses it, and nothing that changes it. */
export function standInReadItem(send: Send, data: ReadItemData): object {
  const { organizer, to, cc, recurrence, start, end, id, ...plain } = data;
  const person = ({ address, name }: ReadItemData['organizer']) => ({
    emailAddress: address,
    displayName: name,
  });
  return {
    itemType: 'appointment',
    itemId: id,
    ...plain,
    start: new Date(start),
    end: new Date(end),
    organizer: person(organizer),
    requiredAttendees: to.map(person),
    optionalAttendees: cc.map(person),
    recurrence: recurrenceOf(recurrence),
    body: {
      getAsync: (type: string, ...rest: unknown[]) =>
        send(37, { coercionType: type === HTML ? 3 : 0 }, (answer) =>
          callbackOf(rest)?.(resultOf(answer, undefined)),
        ),
    },
    loadCustomPropertiesAsync: (...rest: unknown[]) =>
      send(3, {}, (answer) =>
        callbackOf(rest)?.(
          resultOf(answer, (value) => standInProperties(send, value as { customProperties: string })),
        ),
      ),
  };
}

function recurrenceOf(told: ReadItemData['recurrence']): object | null {
  if (told === null) return null;
  const { seriesTimeJson, ...others } = told;
  return { ...others, seriesTime: StandInSeriesTime.of(seriesTimeJson) };
}

import { roomContract } from '../contracts/roomContract';
import { START } from '../domain/meeting/aMeeting';
import { fakeRooms } from '../support/fakes/fakeRooms';

roomContract('in memory', async () => {
  const rooms = fakeRooms({
    now: START,
    organiser: 'rodrigo',
    member: (id) => ({ id, name: `Nombre de ${id}`, outsider: id === 'agencia' }),
  });
  return {
    rooms: () => rooms,
    cut: rooms.cut,
    mend: rooms.mend,
    deny: rooms.deny,
    pass: rooms.pass,
    close: () => Promise.resolve(),
  };
});

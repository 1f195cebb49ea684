import { roomContract } from '../contracts/roomContract';
import { START } from '../domain/meeting/aMeeting';
import { aDevice } from './aDevice';
import { keeperServer } from './keeperServer';

roomContract('over a socket', async () => {
  const began = Date.now();
  const server = await keeperServer(() => START + Date.now() - began);
  return {
    rooms: (person) => aDevice(server.address, person),
    cut: server.cut,
    mend(person) {
      server.mend(person);
      server.allow(person);
    },
    deny: server.deny,
    close: server.close,
  };
});

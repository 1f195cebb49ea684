// DC on the demo tenant's Graph, over HTTP.
import { createMicrosoft365 } from '../../src/graph/microsoft365';
import { directoryContract } from '../contracts/directoryContract';
import { ALL_SCOPES, openBed, PLAN_SCOPES } from '../demo/graph/bed';
import { LOG, schemaCheck } from '../demo/graph/schemaCheck';

directoryContract('the emulator', async () => {
  const bed = await openBed({ log: LOG });
  const as = (scopes: readonly string[]) =>
    createMicrosoft365({
      graph: bed.base,
      identity: bed.identity('m01', scopes),
      clock: { now: () => bed.clock.now },
      random: () => 0,
      fetch: (url, init) => fetch(url, init),
    }).directory;
  const me = bed.person('m01');
  const somebody = bed.person('m05');
  const department = bed.company.people.filter((one) => one.department === me.department);
  return {
    directory: as(PLAN_SCOPES),
    withDepartments: as(ALL_SCOPES),
    withoutDepartments: as(PLAN_SCOPES),
    me,
    somebody: { name: somebody.name, mail: somebody.mail, first: 'Leire', last: 'Barrutia' },
    department: { name: me.department, size: department.length },
    metSomebody: true,
    close: () => bed.close(),
  };
});

schemaCheck();

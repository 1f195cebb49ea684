// DC1 to DC7: tests/contracts/directoryContract.ts
import type { Found } from '../../../src/app/ports/directory';
import { directoryContract } from '../../contracts/directoryContract';
import { fakeDirectory } from '../../support/fakes/fakeDirectory';

const person = (id: string, name: string, mail: string, department: string): Found => ({
  id,
  name,
  mail,
  department,
});

directoryContract('the fake', () => {
  const me = { ...person('u1', 'Ana Prieto', 'ana@valdeolmo.example', 'Marketing'), country: 'ES' };
  const people = [
    me,
    person('u2', 'Irene Álamo', 'irene@valdeolmo.example', 'Marketing'),
    person('u3', 'Bruno Irala', 'bruno@valdeolmo.example', 'Ventas'),
  ];
  const open = (allowed: boolean) => {
    const directory = fakeDirectory({ me, people, met: ['bruno@valdeolmo.example', 'fuera@otra.example'] });
    directory.allowDepartments(allowed);
    return directory;
  };
  return Promise.resolve({
    directory: open(false),
    withDepartments: open(true),
    withoutDepartments: open(false),
    me,
    somebody: { name: 'Irene Álamo', mail: 'irene@valdeolmo.example', first: 'Irene', last: 'Álamo' },
    department: { name: 'Marketing', size: 2 },
    metSomebody: true,
    close: () => Promise.resolve(),
  });
});

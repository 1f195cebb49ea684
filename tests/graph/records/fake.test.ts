import { recordsFolderOf } from '../../../src/graph/recordFile';
import { recordsContract } from '../../contracts/recordsContract';
import { fakeRecords } from '../../support/fakes/fakeRecords';
import { fakeFolder } from '../../support/fakes/fakeSeriesHome';

recordsContract('the fake', () => {
  const folder = fakeFolder();
  const pathOf = (series: string, name: string) => `${recordsFolderOf(series)}/${name}`;
  return Promise.resolve({
    records: fakeRecords(folder),
    other: fakeRecords(folder),
    plant: (series, name, content) => Promise.resolve(folder.put(pathOf(series, name), content)),
    contentOf: (series, name) => Promise.resolve(folder.files.get(pathOf(series, name))?.content),
    close: () => Promise.resolve(),
  });
});

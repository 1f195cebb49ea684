import { recordsFolderOf } from '../../../src/graph/recordFile';
import { seriesArchiveContract } from '../../contracts/seriesArchiveContract';
import { fakeRecords } from '../../support/fakes/fakeRecords';
import { fakeSeriesArchive } from '../../support/fakes/fakeSeriesArchive';
import { fakeFolder } from '../../support/fakes/fakeSeriesHome';

seriesArchiveContract('the fake', () => {
  const folder = fakeFolder();
  const pathOf = (series: string, name: string) => `${recordsFolderOf(series)}/${name}`;
  return Promise.resolve({
    records: fakeRecords(folder),
    archive: fakeSeriesArchive(folder),
    other: fakeSeriesArchive(folder),
    plant: (series, name, content) => Promise.resolve(folder.put(pathOf(series, name), content)),
    contentOf: (series, name) => Promise.resolve(folder.files.get(pathOf(series, name))?.content),
    close: () => Promise.resolve(),
  });
});

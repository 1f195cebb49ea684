import { seriesHomeContract } from '../../contracts/seriesHomeContract';
import { fakeFolder, fakeSeriesHome } from '../../support/fakes/fakeSeriesHome';

seriesHomeContract('the fake', () => {
  const folder = fakeFolder();
  return Promise.resolve({
    home: fakeSeriesHome(folder),
    other: fakeSeriesHome(folder),
    plant: (name, content) => Promise.resolve(folder.put(name, content)),
    contentOf: (name) => Promise.resolve(folder.files.get(name)?.content),
    close: () => Promise.resolve(),
  });
});

import { FluentProvider } from '@fluentui/react-components';
import type { TalkReading, TalkReadingView } from '../../../src/app/balance/talkReadingView';
import type { HostTheme } from '../../../src/app/ports/composeHost';
import { createLocale } from '../../../src/locale/createLocale';
import { talkWordsIn } from '../../../src/locale/talkWordsIn';
import { TalkReader } from '../../../src/surfaces/shared/TalkReader';
import { TEAMS_THEMES } from '../../../src/surfaces/shared/themes';
import { drawAsAsked } from './asAsked';
import { TALK_PEOPLE, talkViews, TITLES } from './talkViews';

const nothing: TalkReading = {
  read: () => undefined,
  drop: () => undefined,
  name: () => undefined,
  goOn: () => undefined,
  cancel: () => undefined,
};
/** One state of the reading of a transcript, as the address says; a test may bring its own. */
drawAsAsked<{ readonly view: TalkReadingView; readonly titles: typeof TITLES }>('meeting', (asked, own) => {
  const view = own?.view ?? talkViews[asked.get('view') ?? ''];
  if (view === undefined) return undefined;
  const locale = createLocale(asked.get('locale') ?? 'es-ES');
  document.documentElement.lang = locale.tag;
  const words = talkWordsIn(locale);
  return (
    <FluentProvider theme={TEAMS_THEMES[(asked.get('theme') ?? 'light') as HostTheme]}>
      <main style={{ padding: '12px 20px' }}>
        <h1>{words.title}</h1>
        <h2>{words.sessions.title}</h2>
        <TalkReader
          view={view}
          desk={nothing}
          locale={locale}
          words={words}
          zone="Europe/Madrid"
          areas={[
            { id: 'marketing', name: 'Marketing' },
            { id: 'sales', name: locale.words.area('sales') },
          ]}
          people={TALK_PEOPLE}
          titles={own?.titles ?? TITLES}
          organiser="Irene"
          primary
        />
      </main>
    </FluentProvider>
  );
});

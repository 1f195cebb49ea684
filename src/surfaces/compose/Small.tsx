import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import type { PlanView } from '../../app/planning/planView';
import type { PlanLocale } from '../../locale/planLocale';
import { LateWayIn } from '../shared/LateWayIn';
import { Screen } from './Around';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  starting: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '10px 12px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Before anything is known, and while the planning itself is still on its way. */
export function Starting({ locale }: { readonly locale: PlanLocale }) {
  const { words } = locale;
  const styles = useStyles();
  return (
    <main className={styles.starting} lang={locale.tag} aria-busy="true">
      <h1 className={styles.title}>{words.name}</h1>
      <Text>{words.subtitle}</Text>
      <Spinner label={words.starting} />
    </main>
  );
}

/** A plain browser window has no appointment to plan into. */
export function NoForm() {
  const { words } = usePane().locale;
  return (
    <Screen title={words.noForm.title}>
      <Text>{`${words.name} · ${words.subtitle}`}</Text>
      <Text>{words.noForm.text}</Text>
    </Screen>
  );
}

/** Nobody is signed in, consent is missing, or the start failed in another way: then signing in is not what helps. */
export function SignIn({ view }: { readonly view: Extract<PlanView, { readonly screen: 'signIn' }> }) {
  const { planning, locale } = usePane();
  const { words } = locale;
  const { kind } = view.failure;
  const helps = kind === 'signIn' || kind === 'consent';
  const why = kind === 'signIn' ? words.signIn.text : locale.sentences.failure(view.failure, 'start');
  return (
    <Screen title={kind === 'signIn' ? words.signIn.title : helps ? words.signIn.consent : words.notStarted}>
      <Text>{`${words.name} · ${words.subtitle}`}</Text>
      <Text role="status">{why}</Text>
      <LateWayIn failure={view.failure} locale={locale} desk={planning} />
      <div>
        <Button appearance="primary" onClick={() => planning.signIn()}>
          {helps ? words.signIn.button : words.retry}
        </Button>
      </div>
    </Screen>
  );
}

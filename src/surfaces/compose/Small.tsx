import { Button, Spinner, Text } from '@fluentui/react-components';
import type { PlanView } from '../../app/planning/planView';
import { Screen } from './Around';
import { usePane } from './paneContext';

/** Before anything is known. */
export function Starting() {
  const { words } = usePane().locale;
  return (
    <Screen title={words.name}>
      <Text>{words.subtitle}</Text>
      <Spinner label={words.starting} />
    </Screen>
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

/** Nobody is signed in, or consent is missing. */
export function SignIn({ view }: { readonly view: Extract<PlanView, { readonly screen: 'signIn' }> }) {
  const { planning, locale } = usePane();
  const { words } = locale;
  const why =
    view.failure.kind === 'signIn' ? words.signIn.text : locale.sentences.failure(view.failure, 'start');
  return (
    <Screen title={words.signIn.title}>
      <Text>{`${words.name} · ${words.subtitle}`}</Text>
      <Text role="status">{why}</Text>
      <div>
        <Button appearance="primary" onClick={() => planning.signIn()}>
          {words.signIn.button}
        </Button>
      </div>
    </Screen>
  );
}

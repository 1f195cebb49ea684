import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { SeriesChoice, TabSettingsDesk, TabSettingsView } from '../../app/tabSettings/tabSettingsDesk';
import type { TabSettingsWords } from '../../locale/es/tabSettingsWords';
import { LateWayIn } from '../shared/LateWayIn';
import { useReadable } from '../shared/useReadable';

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  title: { display: 'block', overflowWrap: 'anywhere' },
  press: { justifySelf: 'start' },
});

type Words = TabSettingsWords['channel'];
type Language = TabSettingsWords['language'];
type Choosing = Extract<TabSettingsView, { readonly screen: 'choose' }>;

/** In a channel: which series the tab follows up. Saving is a press in Teams' own dialog. */
export function ChannelSettings(props: {
  readonly words: Words;
  readonly language: Language;
  readonly desk: TabSettingsDesk | 'notLoaded' | undefined;
}) {
  const { words, language, desk } = props;
  if (desk === undefined) return <Said title={words.title}>{words.loading}</Said>;
  if (desk === 'notLoaded')
    return (
      <Said title={words.failedTitle} press={[words.retry, () => window.location.reload()]}>
        {words.failures.offline}
      </Said>
    );
  return <AtDesk words={words} language={language} desk={desk} />;
}

function AtDesk(props: {
  readonly words: Words;
  readonly language: Language;
  readonly desk: TabSettingsDesk;
}) {
  const { words, language, desk } = props;
  const view = useReadable(desk.view);
  const styles = useStyles();
  switch (view.screen) {
    case 'starting':
      return <Said title={words.title}>{words.loading}</Said>;
    case 'signIn':
      return (
        <Said
          title={view.failure?.kind === 'consent' ? words.consentTitle : words.signInTitle}
          press={[words.signIn, () => desk.signIn()]}
          {...(view.failure !== null && {
            help: <LateWayIn failure={view.failure} locale={{ language }} desk={desk} />,
          })}
        >
          {view.failure === null || view.failure.kind === 'signIn'
            ? words.signInWhat
            : words.failures[view.failure.kind]}
        </Said>
      );
    case 'failed':
      return (
        <Said title={words.failedTitle} press={[words.retry, () => desk.retry()]}>
          {words.failures[view.failure.kind]}
        </Said>
      );
    case 'noSeries':
      return (
        <>
          <Said title={words.none} press={[words.retry, () => desk.retry()]}>
            {words.noneWhat}
          </Said>
          <Unreadable words={words} names={view.unreadable} />
        </>
      );
    case 'choose':
      return (
        <>
          <Text as="h1" size={500} weight="semibold" className={styles.text}>
            {words.title}
          </Text>
          <Text as="p" className={styles.text}>
            {words.what}
          </Text>
          {view.failure !== null && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>
                <span role="alert">{`${words.failures[view.failure.kind]} ${words.notSaved}`}</span>
                <LateWayIn failure={view.failure} locale={{ language }} desk={desk} />
              </MessageBarBody>
            </MessageBar>
          )}
          <Choices words={words} desk={desk} view={view} />
          <Unreadable words={words} names={view.unreadable} />
          <Text as="p" className={styles.text}>
            {words.everybody}
          </Text>
          <Text role="status">{view.saving ? words.saving : ''}</Text>
        </>
      );
  }
}

function Choices(props: { readonly words: Words; readonly desk: TabSettingsDesk; readonly view: Choosing }) {
  const { words, desk, view } = props;
  return (
    <Field label={words.which}>
      <RadioGroup
        value={view.chosen}
        disabled={view.saving}
        onChange={(_event, { value }) => desk.choose(value)}
      >
        {view.series.map((one) => (
          <Radio key={one.id} value={one.id} label={<Choice words={words} one={one} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Choice({ words, one }: { readonly words: Words; readonly one: SeriesChoice }) {
  const styles = useStyles();
  const notes = [one.onlyMine && words.onlyMine, one.elsewhere && words.elsewhere].filter(Boolean).join(' ');
  return (
    <>
      <Text className={styles.title}>{one.title}</Text>
      <Text size={200} className={styles.quiet}>
        {notes === '' ? words.kinds[one.kind] : `${words.kinds[one.kind]} · ${notes}`}
      </Text>
    </>
  );
}

function Unreadable({ words, names }: { readonly words: Words; readonly names: readonly string[] }) {
  const styles = useStyles();
  return names.length === 0 ? null : (
    <Text as="p" size={200} className={styles.quiet}>
      {words.unreadable(names.join(', '))}
    </Text>
  );
}

function Said(props: {
  readonly title: string;
  readonly press?: readonly [string, () => void];
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <>
      <Text as="h1" size={500} weight="semibold" className={styles.text}>
        {props.title}
      </Text>
      <Text as="p" role="status" className={styles.text}>
        {props.children}
      </Text>
      {props.help}
      {props.press !== undefined && (
        <Button appearance="primary" className={styles.press} onClick={props.press[1]}>
          {props.press[0]}
        </Button>
      )}
    </>
  );
}

import { Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { personOf } from '../shared/meetingNames';
import { useTab } from './useTab';
import { useTabStyles } from './tabStyles';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '4px', alignItems: 'start' },
  field: { flexGrow: 1, flexBasis: '240px', minWidth: 0 },
  internal: { marginInlineStart: '-8px' },
});

/** What somebody brings to the meeting: one line, for everybody or for the company alone. */
export function BringProblem({ view }: { readonly view: MeetingScreen }) {
  const styles = useStyles();
  const shared = useTabStyles();
  const { desk, tab } = useTab();
  const { bring } = tab;
  const id = useId();
  const [title, setTitle] = useState('');
  const [internal, setInternal] = useState(false);
  const [empty, setEmpty] = useState(false);
  const propose = () => {
    const said = title.trim();
    setEmpty(said === '');
    if (said === '') return;
    desk.before.propose(said, internal);
    setTitle('');
    setInternal(false);
  };
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {bring.title}
      </h2>
      <div className={styles.form}>
        <Field className={styles.field} {...(empty && { validationMessage: bring.empty })}>
          <Input
            aria-labelledby={id}
            value={title}
            maxLength={200}
            placeholder={bring.hint}
            onChange={(_, { value }) => {
              setTitle(value);
              setEmpty(false);
            }}
            onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && propose()}
          />
        </Field>
        <Button onClick={propose}>{bring.press}</Button>
        {personOf(view, view.me)?.outsider !== true && (
          <Checkbox
            className={styles.internal}
            label={bring.internal}
            checked={internal}
            onChange={(_, { checked }) => setInternal(checked === true)}
          />
        )}
      </div>
    </section>
  );
}

import { Button, makeStyles, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgendaView } from '../../app/planning/planView';
import type { AgendaKind } from '../../domain/agenda/types';
import { AgendaItemRow } from './AgendaItemRow';
import { Screen } from './Around';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: { display: 'flex', columnGap: '8px', alignItems: 'center', flexWrap: 'wrap', rowGap: '8px' },
  select: { flexGrow: 1, minWidth: 0 },
});

/** The agenda, whose minutes always sum: taking minutes for one item gives or takes them elsewhere. */
export function AgendaEditor({ view }: { readonly view: AgendaView }) {
  const styles = useStyles();
  const { planning, locale } = usePane();
  const { words } = locale;
  const [kind, setKind] = useState<AgendaKind>('topic');
  const { items } = view.agenda;
  const sum = items.reduce((total, { minutes }) => total + minutes, 0);
  return (
    <Screen title={words.agenda.title} view={view} canGoBack>
      <Text role="status">{words.agenda.sum(sum, view.minutes)}</Text>
      {view.fromInvitation && <Text size={200}>{words.agenda.fromInvitation}</Text>}
      <ol className={styles.list}>
        {items.map((item, index) => (
          <AgendaItemRow key={index} item={item} at={index} of={items.length} owners={view.owners} />
        ))}
      </ol>
      <div className={styles.row}>
        <Select
          className={styles.select}
          aria-label={words.agenda.addKind}
          value={kind}
          onChange={(_, { value }) => setKind(value as AgendaKind)}
        >
          {(Object.keys(words.kinds) as AgendaKind[]).map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </Select>
        <Button onClick={() => planning.agenda.add({ kind, title: words.kinds[kind] }, items.length)}>
          {words.add}
        </Button>
      </div>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabledFocusable={view.working !== undefined}
          onClick={() => planning.agenda.save()}
        >
          {words.save}
        </Button>
        <Button onClick={() => planning.agenda.reset()}>{words.agenda.reset}</Button>
      </div>
    </Screen>
  );
}

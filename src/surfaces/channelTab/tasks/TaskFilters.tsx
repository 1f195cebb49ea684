import { Button, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BoardFilter } from '../../../domain/tasks/board';
import type { PartProps } from '../partProps';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  select: { flexGrow: 0, flexShrink: 1, minWidth: '96px', maxWidth: '150px' },
  search: { flexGrow: 1, flexShrink: 1, flexBasis: '120px', minWidth: '96px', maxWidth: '240px' },
  counts: { color: tokens.colorNeutralForeground2 },
  small: { minWidth: 'auto' },
});

const DUES = ['late', 'week', 'none'] as const;
const STATES = ['waiting', 'done', 'all'] as const;

/** Which tasks are shown; how many there are, and what waits to be sent. */
export function TaskFilters({ view, desk, locale }: PartProps) {
  const styles = useStyles();
  const { tasks, working, series } = view;
  const { filter, counts, people, areas, groups } = tasks;
  const words = locale.follow.tasks;
  const said = words.filters;
  const set = (change: Parameters<typeof desk.tasks.filter>[0]) => desk.tasks.filter(change);
  const shownPeople =
    filter.area === undefined
      ? people
      : people.filter(({ area, id }) => area === filter.area || id === filter.owner);
  const any = Object.values(filter).some((one) => one !== undefined);
  const problem = groups.find(({ problem: one }) => one?.id === filter.problem)?.problem;
  return (
    <div className={styles.row} role="group" aria-label={said.group}>
      <Choice
        label={said.area}
        any={said.area}
        value={filter.area}
        options={areas.map(({ id, name }) => ({ id, name: name || locale.words.area(id) }))}
        set={(area) => set({ area })}
      />
      <Choice
        label={said.owner}
        any={said.owner}
        value={filter.owner}
        options={shownPeople}
        set={(owner) => set({ owner })}
      />
      <Choice
        label={said.due}
        any={said.due}
        value={filter.due}
        options={DUES.map((id) => ({ id, name: said.dues[id] }))}
        set={(due) => set({ due: DUES.find((one) => one === due) })}
      />
      <Choice
        label={said.state}
        any={said.shown.open}
        value={filter.state}
        options={STATES.map((id) => ({ id, name: said.shown[id] }))}
        set={(state) => set({ state: STATES.find((one) => one === state) })}
      />
      <Search
        key={series.id}
        filter={filter}
        label={said.search}
        set={(search) => set({ search: search === '' ? undefined : search })}
      />
      {any && (
        <Button
          size="small"
          className={styles.small}
          onClick={() =>
            set({
              area: undefined,
              owner: undefined,
              due: undefined,
              state: undefined,
              problem: undefined,
              search: undefined,
            })
          }
        >
          {said.clear}
        </Button>
      )}
      {problem && <Text size={200}>{said.problem(problem.title)}</Text>}
      <Text size={200} className={styles.counts}>
        {words.counts(counts.open, counts.late, counts.waiting)}
      </Text>
      {tasks.maySend && counts.waiting > 0 && (
        <Button
          size="small"
          className={styles.small}
          aria-label={words.sendAll}
          disabledFocusable={working !== null}
          onClick={() => desk.tasks.send()}
        >
          {words.send}
        </Button>
      )}
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  /** Of the choice that leaves everything in. */
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly set: (id: string | undefined) => void;
}) {
  const styles = useStyles();
  const { label, any, value, options, set } = props;
  return (
    <Select
      className={styles.select}
      aria-label={label}
      value={value ?? ''}
      onChange={(_, data) => set(data.value === '' ? undefined : data.value)}
    >
      <option value="">{any}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function Search(props: {
  readonly filter: BoardFilter;
  readonly label: string;
  readonly set: (text: string) => void;
}) {
  const styles = useStyles();
  const { filter, label, set } = props;
  const said = filter.search ?? '';
  // What is typed stands at once; what is shown may have been trimmed, or cleared from elsewhere.
  const [typed, setTyped] = useState({ text: said, said });
  if (typed.said !== said) {
    const same = typed.text.trim() === said.trim();
    setTyped({ text: same ? typed.text : said, said });
  }
  return (
    <Input
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={typed.text}
      onChange={(_, { value }) => {
        setTyped({ ...typed, text: value });
        set(value);
      }}
    />
  );
}

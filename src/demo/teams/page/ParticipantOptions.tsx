import { Label, makeStyles, Select, tokens, useId } from '@fluentui/react-components';
import type { Participant, Surface } from '../address';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({
  options: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '8px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** How somebody's Teams is: what only a demo can change so quickly. */
export function ParticipantOptions(props: {
  readonly participant: Participant;
  /** What can be seen where they are. */
  readonly surfaces: readonly Surface[];
  readonly onChange: (change: Partial<Participant>) => void;
}) {
  const { participant, surfaces, onChange } = props;
  const { words } = useTeams();
  const styles = useStyles();
  const prefix = useId();
  const choice = <K extends 'role' | 'surface' | 'client' | 'theme' | 'locale'>(
    name: K,
    label: string,
    options: Readonly<Record<Participant[K], string>>,
    shown: readonly string[] = Object.keys(options),
  ) => (
    <>
      <Label size="small" htmlFor={`${prefix}-${name}`}>
        {label}
      </Label>
      <Select
        id={`${prefix}-${name}`}
        size="small"
        value={participant[name]}
        onChange={(_event, { value }) => onChange({ [name]: value })}
      >
        {Object.entries<string>(options)
          .filter(([value]) => shown.includes(value))
          .map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
      </Select>
    </>
  );
  return (
    <div className={styles.options}>
      {choice('surface', words.surface, words.surfaces, surfaces)}
      {choice('client', words.client, words.clients)}
      {choice('role', words.role, words.roles)}
      {choice('theme', words.theme, words.themes)}
      {choice('locale', words.language, words.languages)}
    </div>
  );
}

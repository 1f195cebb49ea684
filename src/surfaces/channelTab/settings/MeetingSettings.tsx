import { Field, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { followUpOf } from '../../../app/follow/followUpOf';
import type { FollowUp } from '../../../domain/rhythm/followUp';
import { TextField } from '../../shared/TextField';
import { useRhythmStyles } from '../rhythm/rhythmStyles';
import type { SettingsProps } from './settingsProps';

const CHAIRING: readonly FollowUp['chairing']['kind'][] = ['turns', 'organiser', 'person'];

/** Title, language, who chairs, and the monthly that takes what is left. */
export function MeetingSettings(props: SettingsProps) {
  const shared = useRhythmStyles();
  const { view, desk, locale } = props;
  const { words } = locale;
  const own = locale.follow.settings;
  const id = useId();
  const { series } = view;
  const followUp = followUpOf(series);
  const monthlies = view.all.filter((one) => one.kind === 'monthly' && one.id !== series.id);
  // The one that was chosen may have been deleted since.
  const taking = monthlies.find((one) => one.id === followUp.monthly);
  return (
    <section className={shared.section} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {own.meeting}
      </h2>
      <TextField
        label={words.series.name}
        value={series.title}
        change={(title) => desk.settings.series({ title })}
      />
      <Field label={words.series.language} size="small">
        <Select
          value={series.language}
          onChange={(_, { value }) => desk.settings.series({ language: value === 'en' ? 'en' : 'es' })}
        >
          <option value="es">{words.series.spanish}</option>
          <option value="en">{words.series.english}</option>
        </Select>
      </Field>
      <Chairing {...props} chairing={followUp.chairing} />
      {series.kind === 'weekly' && (
        <Field label={own.monthly} size="small">
          <Select
            value={taking?.id ?? ''}
            onChange={(_, { value }) => value !== '' && desk.settings.followUp({ monthly: value })}
          >
            {taking === undefined && <option value="">{own.noMonthly}</option>}
            {monthlies.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </section>
  );
}

/** By turns, the organiser, or one person, who is chosen before it is kept. */
function Chairing(props: SettingsProps & { readonly chairing: FollowUp['chairing'] }) {
  const { view, desk, locale, chairing } = props;
  const own = locale.follow.settings;
  const [choosing, setChoosing] = useState(false);
  const kind = choosing ? 'person' : chairing.kind;
  const people = view.series.people.filter(({ role, outsider }) => role !== 'informed' && outsider !== true);
  return (
    <>
      <Field label={own.chairing} size="small">
        <Select
          value={kind}
          onChange={(_, { value }) => {
            setChoosing(value === 'person' && chairing.kind !== 'person');
            if (value === 'turns' || value === 'organiser')
              desk.settings.followUp({ chairing: { kind: value } });
          }}
        >
          {CHAIRING.map((one) => (
            <option key={one} value={one}>
              {own.chairings[one]}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'person' && (
        <Field label={own.chair} size="small">
          <Select
            value={chairing.kind === 'person' && !choosing ? chairing.person : ''}
            onChange={(_, { value }) => {
              if (value === '') return;
              setChoosing(false);
              desk.settings.followUp({ chairing: { kind: 'person', person: value } });
            }}
          >
            <option value="">{own.choose}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

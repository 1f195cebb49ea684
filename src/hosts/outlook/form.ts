import type { AppointmentForm, ComposeHost } from '../../app/ports/composeHost';
import { watchForm } from './changes';
import { type Fields, readForm } from './fields';
import type { OfficeSeries } from './recurrence';
import { writeForm } from './write';

/** Reading, writing and watching the form; it comes after the pane's first script, with the rules of dates. */
export function formOver(fields: Fields): Pick<ComposeHost, 'read' | 'write' | 'onChange'> {
  const watch = watchForm(fields);
  let replaced: OfficeSeries | undefined;
  return {
    read: async () => (await readForm(fields)).form,
    write: (change: Partial<AppointmentForm>) =>
      watch.quietly(async () => void (replaced = await writeForm(fields, change, replaced))),
    onChange: watch.onChange,
  };
}

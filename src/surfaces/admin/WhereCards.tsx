import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { TEAMS_ADMIN } from '../../locale/admin/adminCalls';
import type { AdminProps } from './adminProps';
import { useAdminStyles } from './adminStyles';

/** Who has the app, which only Microsoft's own page tells, and where it appears, as the package has it. */
export function WhereCards({ locale }: AdminProps) {
  const shared = useAdminStyles();
  const [who, where] = [useId(), useId()];
  const { admin: words } = locale;
  return (
    <>
      <section className={shared.card} aria-labelledby={who}>
        <h2 id={who} className={shared.heading}>
          {words.who.title}
        </h2>
        <p className={shared.text}>{words.who.text}</p>
        <Button as="a" size="small" href={TEAMS_ADMIN} target="_blank" rel="noreferrer">
          {words.who.open}
        </Button>
      </section>
      <section className={shared.card} aria-labelledby={where}>
        <h2 id={where} className={shared.heading}>
          {words.where.title}
        </h2>
        <p className={shared.text}>{words.where.text}</p>
      </section>
    </>
  );
}

import { useId } from 'react';
import type { AdminProps } from './adminProps';
import { useAdminStyles } from './adminStyles';

/** What is kept where and how long; how much of it the server has now. */
export function KeepsCard({ view, locale }: AdminProps) {
  const shared = useAdminStyles();
  const id = useId();
  const { keeps } = locale.admin;
  const told = view.server.kind === 'told' ? view.server.state : undefined;
  const roomsText =
    view.server.kind === 'none'
      ? keeps.none
      : told === undefined
        ? keeps.unknown
        : keeps.rooms(told.keeps.recordedDays, told.keeps.otherwiseDays);
  return (
    <section className={shared.card} aria-labelledby={id}>
      <h2 id={id} className={shared.heading}>
        {keeps.title}
      </h2>
      <p className={shared.text}>{roomsText}</p>
      <p className={shared.text}>{view.hasSite ? keeps.records.site : keeps.records.own}</p>
      {view.server.kind !== 'none' && (
        <p className={shared.quiet}>
          {told === undefined ? keeps.nothing : keeps.server(told.rooms.kept, told.rooms.open)}
        </p>
      )}
    </section>
  );
}

import { lazy, Suspense } from 'react';
import type { MeetingScreen } from '../../app/meeting/meetingView';

// Of what is measured nothing is known before the server has answered: it need not come with the first script.
const News = lazy(async () => ({ default: (await import('./BalanceNews')).BalanceNews }));
const Row = lazy(async () => ({ default: (await import('./BalanceRow')).BalanceRow }));

/** The row of the balance, where one is measured. */
export function BalanceRow({ view }: { readonly view: MeetingScreen }) {
  if (!view.balance?.begun) return null;
  return (
    <Suspense fallback={null}>
      <Row view={view} />
    </Suspense>
  );
}

/** What is measured, where it is to be told. */
export function BalanceNews(props: { readonly view: MeetingScreen; readonly show: () => void }) {
  if (!props.view.balance?.news) return null;
  return (
    <Suspense fallback={null}>
      <News {...props} />
    </Suspense>
  );
}

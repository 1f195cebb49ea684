import { lazy, Suspense } from 'react';
import type { Failure } from '../../app/ports/failure';
import type { PersonIdentity } from '../../app/ports/identity';
import type { Locale } from '../../locale/createLocale';

export type WayInProps = {
  readonly failure: Failure;
  readonly locale: Pick<Locale, 'language'>;
  readonly desk: Pick<PersonIdentity, 'adminConsent'>;
};

/** Where it does not arrive, the sentence beside it has to do. */
const WayIn = lazy(() => import('./WayIn').catch(() => ({ default: () => null })));

/** What helps somebody in; it loads with the first failure, and shows nothing where no session is the question. */
export const LateWayIn = (props: WayInProps) => (
  <Suspense>
    <WayIn {...props} />
  </Suspense>
);

import { useEffect, useState, type ComponentType } from 'react';
import type { Failure } from '../../app/ports/failure';
import type { PersonIdentity } from '../../app/ports/identity';
import type { Locale } from '../../locale/createLocale';

export type WayInProps = {
  readonly failure: Failure;
  readonly locale: Pick<Locale, 'language'>;
  readonly desk: Pick<PersonIdentity, 'adminConsent'>;
};

/**
 * What helps somebody in; it loads with the first failure, and shows nothing where no session is the question. Where it
 * does not arrive the sentence beside it has to do, until the next failure asks for it anew.
 */
export function LateWayIn(props: WayInProps) {
  const [Arrived, setArrived] = useState<ComponentType<WayInProps>>();
  useEffect(() => {
    void import('./WayIn').then(
      ({ default: WayIn }) => setArrived(() => WayIn),
      () => undefined,
    );
  }, [props.failure]);
  return Arrived && <Arrived {...props} />;
}

import { Button } from '@fluentui/react-components';
import type { Denial } from '../../app/ports/room';
import { denialWordsIn } from '../../locale/denialWordsIn';
import { LateWayIn } from './LateWayIn';
import { useMeeting } from './meetingContext';
import { Quiet } from './Quiet';

/** Why somebody cannot get in now, and what helps: signing in, or asking again. */
export function Outside({ why }: { readonly why: Denial }) {
  const { desk, locale } = useMeeting();
  const { words } = locale;
  const denial = denialWordsIn(locale)[why];
  const signIn = why === 'signIn' || why === 'consent';
  return (
    <Quiet title={denial.title} text={denial.text}>
      {why === 'consent' && <LateWayIn failure={{ kind: why, tier: 'live' }} locale={locale} desk={desk} />}
      {why !== 'newerRoom' && (
        <Button appearance="primary" onClick={() => (signIn ? desk.signIn() : desk.retry())}>
          {signIn ? words.signIn.button : words.retry}
        </Button>
      )}
    </Quiet>
  );
}

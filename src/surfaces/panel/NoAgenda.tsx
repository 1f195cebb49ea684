import { Button } from '@fluentui/react-components';
import type { MeetingScreen } from '../../app/meeting/meetingView';
import { useMeeting } from '../shared/meetingContext';
import { usePanelStyles } from './panelStyles';
import { SessionTime } from './BeforeStart';

/** No agenda has come in yet: somebody else's can be used, or the template. */
export function NoAgenda({ view }: { readonly view: MeetingScreen }) {
  const shared = usePanelStyles();
  const { desk, locale } = useMeeting();
  const words = locale.meeting.noAgenda;
  const { proposed } = view;
  if (view.connection === 'connecting' || view.knowing === true)
    return (
      <div aria-busy="true">
        <SessionTime view={view} />
        <p className={shared.quiet}>{words.waiting}</p>
      </div>
    );
  return (
    <>
      <SessionTime view={view} />
      <h2 className={shared.heading}>{words.title}</h2>
      {proposed && (
        <div className={shared.warning}>
          <span className={shared.text}>{words.proposed(proposed.by, proposed.minutes)}</span>
          {proposed.mayUse ? (
            <Button appearance="primary" onClick={() => desk.useProposed()}>
              {words.use}
            </Button>
          ) : (
            <span className={shared.quiet}>{words.who}</span>
          )}
        </div>
      )}
      {!(proposed && !proposed.mayUse && !view.before.isOrganiser) && (
        <div className={shared.column}>
          <p className={shared.text}>{words.text(view.kind === 'monthly' ? 'monthly' : 'weekly')}</p>
          <div>
            <Button
              appearance={proposed?.mayUse ? 'secondary' : 'primary'}
              onClick={() => desk.useTemplate()}
            >
              {words.template}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

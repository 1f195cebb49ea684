import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons';
import { useCallback } from 'react';
import type { DemoPerson } from '../../outlook/config';
import type { ChannelService } from '../channelService';
import { useTeams } from './teamsContext';
import { useAgain } from './useAgain';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '8px', maxWidth: '320px' },
  text: { margin: 0 },
});

/** Somebody's activity: what the app has told them while they looked elsewhere. */
export function NoticeBell(props: { readonly person: DemoPerson; readonly channels: ChannelService }) {
  const { person, channels } = props;
  const { words } = useTeams();
  const styles = useStyles();
  const notices = useAgain(
    useCallback(() => channels.notices(person.key), [channels, person]),
    [],
  );
  return (
    <Popover withArrow inline>
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<AlertRegular />}
          aria-label={words.activity(person.name, notices.length)}
        >
          {notices.length > 0 ? notices.length : undefined}
        </Button>
      </PopoverTrigger>
      <PopoverSurface>
        {notices.length === 0 ? (
          <p className={styles.text}>{words.activityEmpty}</p>
        ) : (
          <ul className={styles.list}>
            {notices.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        )}
      </PopoverSurface>
    </Popover>
  );
}

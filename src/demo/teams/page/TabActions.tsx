import { Button, Input, makeStyles } from '@fluentui/react-components';
import { CheckmarkRegular, DeleteRegular, RenameRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ChannelTab } from '../channelService';
import { useTeams } from './teamsContext';

const useStyles = makeStyles({ row: { display: 'flex', gap: '4px' } });

/** What Teams offers for a tab that stands already. */
export function TabActions(props: {
  readonly tab: ChannelTab;
  readonly onRename: (name: string) => Promise<void>;
  readonly onRemove: () => Promise<void>;
}) {
  const { tab, onRename, onRemove } = props;
  const { words } = useTeams();
  const styles = useStyles();
  const [name, setName] = useState<string>();
  const rename = async () => {
    if (name !== undefined && name.trim() !== '') await onRename(name.trim());
    setName(undefined);
  };
  return (
    <div className={styles.row}>
      {name === undefined ? (
        <Button
          appearance="subtle"
          size="small"
          icon={<RenameRegular />}
          aria-label={words.renameTab}
          onClick={() => setName(tab.name)}
        />
      ) : (
        <>
          <Input
            size="small"
            maxLength={128}
            aria-label={words.tabName}
            value={name}
            onChange={(_event, { value }) => setName(value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') void rename();
              if (key === 'Escape') setName(undefined);
            }}
          />
          <Button
            size="small"
            icon={<CheckmarkRegular />}
            aria-label={words.ok}
            onClick={() => void rename()}
          />
        </>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<DeleteRegular />}
        aria-label={words.removeTab}
        onClick={() => void onRemove()}
      />
    </div>
  );
}

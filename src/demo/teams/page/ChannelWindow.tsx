import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { DemoPerson } from '../../outlook/config';
import { isChannelLink, type Participant, type TabLink, tabLinkOf } from '../address';
import type { ChannelService, ChannelTab } from '../channelService';
import type { SeenChannel } from '../protocol/seen';
import { AddTab } from './AddTab';
import { AppFrame } from './AppFrame';
import { Messages } from './Messages';
import { NoticeBell } from './NoticeBell';
import { pathOf } from './pathOf';
import { PersonWindow } from './PersonWindow';
import { TabActions } from './TabActions';
import { useTeams } from './teamsContext';
import { useAgain } from './useAgain';

const useStyles = makeStyles({
  tabs: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { flexGrow: 1 },
  // What is left of the window: a frame as tall as all of it has an end that nobody can see.
  app: { flexGrow: 1, flexBasis: 0, minHeight: 0 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    width: '1100px',
    minHeight: 0,
    paddingTop: '12px',
  },
});

/** Teams gives the tab of a channel about this much beside its lists. */
const WIDE = { width: 1100, height: '100%' } as const;
const PHONE = { width: 360, height: 640 } as const;
const POSTS = 'posts';
const PERSONAL = { entityId: 'mine', path: '/personal.html' };
/** No tab of the app's: a page for a browser, shown here because here is where somebody is signed in. */
const ADMIN = { entityId: 'admin', path: '/admin.html' };

/** One person's Teams in the team: the channel with its posts and tabs, or the app's personal place. */
export function ChannelWindow(props: {
  readonly person: DemoPerson;
  readonly participant: Participant;
  readonly channels: ChannelService;
  readonly place: SeenChannel;
  readonly tabs: readonly ChannelTab[];
  readonly link: TabLink | undefined;
  readonly onChange: (change: Partial<Participant>) => void;
  readonly onRemove: () => void;
  /** The tabs of the channel are others now. */
  readonly onTabs: () => Promise<void>;
}) {
  const { person, participant, channels, place, tabs, link, onChange, onRemove, onTabs } = props;
  const { words } = useTeams();
  const styles = useStyles();
  const [opened, setOpened] = useState(link);
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  useEffect(() => setOpened(link), [link]);
  const linked = tabs.find(({ entityId }) => entityId === opened?.entity);
  // The newest tab is what somebody comes for; the posts are one press away.
  const selected = chosen ?? linked?.id ?? tabs.at(-1)?.id ?? POSTS;
  const tab = tabs.find(({ id }) => id === selected);
  const posts = useAgain(
    useCallback(() => channels.posts(person.id, place), [channels, person, place]),
    [],
  );
  const choose = (id: string) => {
    setAdding(false);
    setOpened(undefined);
    setChosen(id);
  };
  const onLink = (address: string): boolean => {
    const to = tabLinkOf(address);
    if (to === undefined && !isChannelLink(address)) return false;
    setOpened(to);
    setChosen(undefined);
    onChange({ surface: to?.entity === PERSONAL.entityId ? 'personal' : 'channel' });
    return true;
  };
  const app = (entityId: string, path: string, where: SeenChannel | undefined) => (
    <AppFrame
      // A link opens the tab anew, as in Teams.
      key={`${path} ${entityId} ${opened?.sub ?? ''}`}
      person={person}
      path={path}
      size={participant.client === 'android' ? PHONE : WIDE}
      onLink={onLink}
      seen={{
        frameContext: 'content',
        clientType: participant.client,
        theme: participant.theme,
        locale: participant.locale,
        role: participant.role,
        entityId,
        subEntityId: opened?.entity === entityId ? opened.sub : '',
        ...(where !== undefined && { place: where }),
      }}
      doors={{
        onStage: () => false,
        share: () => false,
        stopSharing: () => undefined,
        loaded: () => undefined,
        settings: {
          get: () => ({ entityId, ...(tab !== undefined && { contentUrl: tab.contentUrl }) }),
          set: () => undefined,
          valid: () => undefined,
          saved: () => undefined,
        },
      }}
    />
  );
  return (
    <PersonWindow
      person={person}
      participant={participant}
      surfaces={['channel', 'personal', 'admin']}
      extra={<NoticeBell person={person} channels={channels} />}
      onChange={onChange}
      onRemove={onRemove}
    >
      {participant.surface === 'personal' || participant.surface === 'admin' ? (
        <div className={styles.app}>
          {participant.surface === 'admin'
            ? app(ADMIN.entityId, ADMIN.path, undefined)
            : app(PERSONAL.entityId, PERSONAL.path, undefined)}
        </div>
      ) : (
        <>
          <div className={styles.tabs}>
            <TabList
              size="small"
              aria-label={words.tabsOf(person.name)}
              selectedValue={adding ? '' : selected}
              onTabSelect={(_event, { value }) => choose(String(value))}
            >
              <Tab value={POSTS}>{words.posts}</Tab>
              {tabs.map(({ id, name }) => (
                <Tab key={id} value={id}>
                  {name}
                </Tab>
              ))}
            </TabList>
            <Button
              appearance="subtle"
              size="small"
              icon={<AddRegular />}
              aria-label={words.addTab}
              onClick={() => setAdding(true)}
            />
            <span className={styles.grow} />
            {tab !== undefined && !adding && (
              <TabActions
                key={tab.id}
                tab={tab}
                onRename={async (name) => {
                  await channels.renameTab(person.id, place, tab.id, name);
                  await onTabs();
                }}
                onRemove={async () => {
                  await channels.removeTab(person.id, place, tab.id);
                  choose(POSTS);
                  await onTabs();
                }}
              />
            )}
          </div>
          {adding ? (
            <div className={styles.body}>
              <AddTab
                person={person}
                participant={participant}
                place={place}
                keep={async (settings) => {
                  const id = await channels.addTab(person.id, place, settings);
                  await onTabs();
                  choose(id);
                }}
                onCancel={() => setAdding(false)}
              />
            </div>
          ) : tab === undefined ? (
            <div className={styles.body}>
              <Messages messages={posts} name={words.posts} empty={words.postsEmpty} />
            </div>
          ) : (
            <div className={styles.app}>{app(tab.entityId, pathOf(tab.contentUrl), place)}</div>
          )}
        </>
      )}
    </PersonWindow>
  );
}

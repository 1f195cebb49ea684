import { FluentProvider, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { HostTheme, Readable } from '../../app/ports/composeHost';
import { TEAMS_THEMES } from './themes';
import { useReadable } from './useReadable';

const useStyles = makeStyles({
  // What the browser itself draws, a calendar or a list, follows the host's theme, not the machine's.
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
});

/** Whatever is shown in Teams looks as Teams does at this moment. */
export function InTeams(props: { readonly theme: Readable<HostTheme>; readonly children: ReactNode }) {
  const styles = useStyles();
  const theme = useReadable(props.theme);
  return (
    <FluentProvider theme={TEAMS_THEMES[theme]} className={theme === 'light' ? styles.light : styles.dark}>
      {props.children}
    </FluentProvider>
  );
}

import type { Theme } from '@fluentui/react-components';
import { teamsDarkTheme, teamsHighContrastTheme, webLightTheme } from '@fluentui/react-components';
import type { HostTheme } from '../../app/ports/composeHost';

/** Fluent's theme for what the host shows. */
export const THEMES: Readonly<Record<HostTheme, Theme>> = {
  light: webLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

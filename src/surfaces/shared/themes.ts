import type { Theme } from '@fluentui/react-components';
import {
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { HostTheme } from '../../app/ports/composeHost';

/** Fluent's own list, and behind it faces of about the same width: the pane is narrow, and Linux has no Segoe. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans Condensed', sans-serif";

/** Fluent's theme for what Outlook shows. */
export const THEMES: Readonly<Record<HostTheme, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};

/** What Teams shows is light in a way of its own. */
export const TEAMS_THEMES: Readonly<Record<HostTheme, Theme>> = {
  ...THEMES,
  light: { ...teamsLightTheme, fontFamilyBase },
};

import type { Theme } from '@fluentui/react-components';
import { teamsDarkTheme, teamsHighContrastTheme, webLightTheme } from '@fluentui/react-components';
import type { HostTheme } from '../../app/ports/composeHost';

/** Fluent's own list, and behind it faces of about the same width: the pane is narrow, and Linux has no Segoe. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans Condensed', sans-serif";

/** Fluent's theme for what the host shows. */
export const THEMES: Readonly<Record<HostTheme, Theme>> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};

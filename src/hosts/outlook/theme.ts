import type { HostTheme, Readable } from '../../app/ports/composeHost';

type Colours = Partial<Pick<Office.OfficeTheme, 'bodyBackgroundColor' | 'bodyForegroundColor'>> & {
  readonly isDarkTheme?: boolean;
};

/** Whether the system has replaced all colours by those of a contrast theme. */
const forced = (page: Window): MediaQueryList | undefined => page.matchMedia?.('(forced-colors: active)');

/** How Outlook looks, from its colours; changes are told since Mailbox 1.14. */
export function themeOf(office: typeof Office, page: Window): Readable<HostTheme> {
  const listeners = new Set<() => void>();
  let theme = themeNow(office.context.officeTheme, page);
  const look = (colours: Colours | undefined) => {
    const next = themeNow(colours, page);
    if (next === theme) return;
    theme = next;
    for (const run of [...listeners]) run();
  };
  forced(page)?.addEventListener('change', () => look(office.context.officeTheme));
  if (office.context.requirements.isSetSupported('Mailbox', '1.14')) {
    // Without it the pane keeps the look that it was opened with: no answer is waited for.
    office.context.mailbox.addHandlerAsync(
      office.EventType.OfficeThemeChanged,
      ({ officeTheme }: { readonly officeTheme?: Colours }) => look(officeTheme),
    );
  }
  return {
    get: () => theme,
    subscribe(run) {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
}

/**
 * Outlook names no contrast theme: one is black behind white or yellow without any shade between (seen 2026-11); its
 * own dark themes are grey.
 */
function themeNow(colours: Colours | undefined, page: Window): HostTheme {
  if (forced(page)?.matches === true) return 'contrast';
  const background = brightnessOf(colours?.bodyBackgroundColor);
  if (background === undefined) return 'light';
  const text = brightnessOf(colours?.bodyForegroundColor) ?? 0;
  if (background === 0 && text > 0.9) return 'contrast';
  return background < 0.5 ? 'dark' : 'light';
}

/** 0 … 1; classic Windows writes '#RRGGBB' too. */
function brightnessOf(colour: string | undefined): number | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (match === null) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

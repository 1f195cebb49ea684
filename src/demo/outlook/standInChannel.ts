import { OfficeRefusal } from './officeCalls';
import { answerCall, eventsOf, OFFICE_THEMES, type PaneHost } from './paneHost';
import { readItemData } from './readItem';
import { isFromPane, type FromHost } from './standInWire';

/**
 * Answers the stand-in for Office.js in the frame whose origin is `origin`, and nobody else. Returns how to stop.
 */
export function standInChannel(frame: () => Window | null, origin: string, host: PaneHost): () => void {
  const say = (message: FromHost) => frame()?.postMessage(message, origin);

  const listen = (event: MessageEvent) => {
    const source = frame();
    if (source === null || event.source !== source || event.origin !== origin || !isFromPane(event.data))
      return;
    const asked = event.data;
    if (asked.standIn === 'hello') {
      say({
        standIn: 'initial',
        initial: {
          locale: host.locale,
          user: host.user,
          settings: host.keeper.settings.get(),
          theme: OFFICE_THEMES[host.theme.get()],
          seriesId: host.form.get().seriesId ?? null,
          reading: host.reading === undefined ? null : readItemData(host.form, host.reading.organiser),
        },
      });
      if (host.launch !== undefined) say({ standIn: 'launch', action: host.launch.action });
      return;
    }
    if (asked.standIn === 'completed') return host.launch?.completed(asked.options);
    const { id } = asked;
    answerCall(host, asked.dispatchId, asked.params).then(
      (value) => say({ standIn: 'answer', id, value }),
      (error: unknown) =>
        say({ standIn: 'refusal', id, code: error instanceof OfficeRefusal ? error.code : 5001 }),
    );
  };

  window.addEventListener('message', listen);
  const stopForm = host.form.subscribe((changed) => {
    for (const event of eventsOf(host.form, changed)) say({ standIn: 'event', event });
  });
  const stopTheme = host.theme.subscribe(() =>
    say({ standIn: 'theme', theme: OFFICE_THEMES[host.theme.get()] }),
  );
  return () => {
    window.removeEventListener('message', listen);
    stopForm();
    stopTheme();
  };
}

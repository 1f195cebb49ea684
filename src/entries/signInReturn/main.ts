import { runPopupRelay } from '@azure/msal-browser/popup-relay';
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import type { ClientConfig } from '../../app/clientConfig';
import { consentAnswer } from '../../hosts/identity/consentAnswer';

/**
 * Where windows of a sign-in without a bridge come back to. A pane in somebody else's frame opens this page first, as
 * the go-between that MSAL calls a relay: it opens the window of the sign-in, which needs a press of its own here. An
 * administrator who followed the link for a consent ends here, too.
 */
function main(): void {
  show(navigator.language.startsWith('es') ? 'es' : 'en');
  if (window.location.hash.startsWith('#req=')) {
    const button = document.querySelector('button');
    const press = () => {
      button?.remove();
      try {
        runPopupRelay({ allowedAuthorityOrigins: [authority()] });
      } catch {
        // Somebody opened the page by hand: there is nothing to sign in to.
        window.close();
      }
    };
    document.body.dataset['step'] = 'go';
    button?.addEventListener('click', press);
    button?.focus();
    return;
  }
  const consent = consentAnswer(window.location.search);
  if (consent !== undefined) {
    document.body.dataset['step'] = consent;
    return;
  }
  document.body.dataset['step'] = 'back';
  broadcastResponseToMainFrame().catch(() => {
    document.body.dataset['step'] = 'lost';
  });
}

/** The only place that the relay may send the window to. */
function authority(): string {
  const block = document.getElementById('cadencia-config')?.textContent ?? '{}';
  return (JSON.parse(block) as Partial<ClientConfig>).authority ?? '';
}

function show(language: 'es' | 'en'): void {
  document.documentElement.lang = language;
}

main();

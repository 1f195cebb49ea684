// What the host pages of the packaged build have in common: tokens over the bridge, and a yes of the person's.
import { answerBridge, tokensFrom, type TokenAsk } from '../../../src/demo/identity/bridge';

/**
 * Answers the bridge in one frame for Irene, or `?person=`; what is not consented to is asked of her in the host's own
 * dialog, unless her organisation leaves that to an administrator (`?consent=admin`). With `?api=`, the scope of our
 * server, Teams' older way gives tokens too.
 */
export function signIn(frame: HTMLIFrameElement, origin: string): void {
  const told = new URLSearchParams(window.location.search);
  const administrated = told.get('consent') === 'admin';
  const person = told.get('person') ?? 'irene';
  const api = told.get('api');
  answerBridge({
    personOf: (from, source) => (from === origin && source === frame.contentWindow ? person : undefined),
    token: tokensFrom('/demo/token'),
    ...(api !== null && { api }),
    ...(!administrated && {
      askPerson: async ({ scopes }: TokenAsk) => ((await agreed(scopes)) ? granted(scopes) : 'cancelled'),
    }),
  });
}

function agreed(scopes: readonly string[]): Promise<boolean> {
  const dialog = document.createElement('dialog');
  const text = document.createElement('p');
  text.textContent = scopes.join(' ');
  dialog.append(text);
  return new Promise((resolve) => {
    for (const [name, yes] of [
      ['Aceptar', true],
      ['Cancelar', false],
    ] as const) {
      const button = document.createElement('button');
      button.textContent = name;
      button.addEventListener('click', () => {
        dialog.remove();
        resolve(yes);
      });
      dialog.append(button);
    }
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function granted(scopes: readonly string[]): Promise<'granted'> {
  await fetch('/demo/consent', { method: 'POST', body: JSON.stringify(scopes) });
  return 'granted';
}

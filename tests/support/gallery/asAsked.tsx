import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * Draws into the place of that id what the address asks for, behind '?' or '#', and draws again when the latter changes:
 * a page that is not loaded anew shows hundreds of states in the time of one load. `what` draws nothing of a state that
 * it does not know; a test may bring a view of its own.
 */
export function drawAsAsked<View>(
  id: string,
  what: (asked: URLSearchParams, own: View | undefined) => ReactNode | undefined,
): (address: string) => void {
  const place = document.getElementById(id);
  const root = place && createRoot(place);
  let drawn = 0;

  function draw(address: string): void {
    const { ownView } = globalThis as { readonly ownView?: View };
    const node = what(new URLSearchParams(address), ownView);
    if (node === undefined) return;
    root?.render(
      <Shown key={drawn++} address={address}>
        {node}
      </Shown>,
    );
  }

  const fromHash = () => draw(location.hash.slice(1));
  window.addEventListener('hashchange', fromHash);
  if (location.hash === '') draw(location.search.slice(1));
  else fromHash();
  return draw;
}

/** Says that it stands there. */
function Shown({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  useEffect(() => {
    const { dataset } = document.documentElement;
    window.scrollTo(0, 0);
    const frame = requestAnimationFrame(() => void (dataset['shown'] = address));
    return () => cancelAnimationFrame(frame);
  }, [address]);
  return children;
}

import { cleanup, screen } from '@testing-library/react';
import { drawPanel } from '../../support/gallery/panelDraw';
import { meeting, tick } from '../../support/gallery/panelSample';

/** Every element that any component makes while it renders; the counter that no component can pass by. */
const mockMade: unknown[] = [];
jest.mock('react/jsx-runtime', () => {
  const real =
    jest.requireActual<Record<'jsx' | 'jsxs', (...all: unknown[]) => unknown>>('react/jsx-runtime');
  const counted =
    (make: (...all: unknown[]) => unknown) =>
    (type: unknown, ...rest: unknown[]) => {
      mockMade.push(type);
      return make(type, ...rest);
    };
  return { ...real, jsx: counted(real.jsx), jsxs: counted(real.jsxs) };
});

afterEach(cleanup);

test('SP1 a tick draws nothing but the timer', async () => {
  const panel = drawPanel(meeting);
  expect(mockMade.some((type) => typeof type !== 'string')).toBe(true);
  const touched: Node[] = [];
  const observer = new MutationObserver((all) => touched.push(...all.map(({ target }) => target)));
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const box = screen.getByRole('timer').parentElement;
  for (let second = 1; second <= 10; second++) {
    mockMade.length = 0;
    await panel.tick({ itemLeft: 250_000 - second * 1000, itemShare: 0.58 + second / 480 });
    expect(mockMade.length).toBeGreaterThan(0);
    // The timer's own few elements, and not one component.
    expect(mockMade.length).toBeLessThanOrEqual(10);
    expect(mockMade.filter((type) => typeof type !== 'string')).toEqual([]);
  }
  observer.disconnect();
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.filter((node) => !box?.contains(node))).toEqual([]);
  expect(screen.getByRole('timer').textContent).toMatch(/^04:00/);
});

test('SP1 nobody hears the timer', () => {
  drawPanel(meeting);
  const timer = screen.getByRole('timer');
  expect(timer.getAttribute('aria-live')).toBe('off');
  expect(timer.closest('[role=status], [role=alert]')).toBeNull();
});

test('SP1 SP18 before the start it counts down to it; an hour before, the date says it', async () => {
  const before = { ...meeting, running: meeting.running && { ...meeting.running, phase: 'before' as const } };
  const panel = drawPanel(before, 'es-ES', { ...tick, now: meeting.start - 90_000, itemLeft: null });
  expect(screen.getByRole('timer').textContent).toMatch(/^01:30para empezar/);
  await panel.tick({ now: meeting.start - 2 * 3_600_000, itemLeft: null });
  expect(screen.queryByRole('timer')).toBeNull();
  expect(screen.getByText(/^mar 1 dic, 17:15–17:50/)).toBeTruthy();
  await panel.tick({ now: meeting.start + 20 * 3_600_000, itemLeft: null });
  expect(screen.queryByRole('timer')).toBeNull();
});

test('SP1 SP18 where no session is known about now there is no clock, no time and no delay', () => {
  drawPanel({ ...meeting, running: null, unplanned: true }, 'es-ES', { ...tick, itemLeft: null });
  expect(screen.queryByRole('timer')).toBeNull();
  expect(screen.getByText(/no se ve ninguna sesión/)).toBeTruthy();
  expect(screen.queryByText(/17:15/)).toBeNull();
});

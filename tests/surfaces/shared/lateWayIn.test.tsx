// The script of what helps, which the network brings late or not at all.
import { act, render } from '@testing-library/react';
import type { Failure } from '../../../src/app/ports/failure';
import { LateWayIn } from '../../../src/surfaces/shared/LateWayIn';
import { consentAddress } from '../../support/consentAddress';

let network = true;
jest.mock('../../../src/surfaces/shared/WayIn', () => {
  if (!network) throw new Error('no network');
  return jest.requireActual('../../../src/surfaces/shared/WayIn');
});

const draw = (failure: Failure) => (
  <LateWayIn failure={failure} locale={{ language: 'es' }} desk={{ adminConsent: consentAddress }} />
);
const lacks = (): Failure => ({ kind: 'consent', tier: 'live' });

test('SI4 where it does not arrive nothing stands there, and the next failure asks for it anew', async () => {
  network = false;
  const { container, rerender } = await act(async () => render(draw(lacks())));
  expect(container.innerHTML).toBe('');
  network = true;
  await act(async () => rerender(draw(lacks())));
  expect(container.querySelector('code')?.textContent).toBe(consentAddress('live'));
});

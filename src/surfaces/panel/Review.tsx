import type { BeforeView } from '../../app/meeting/meetingView';
import { Moving } from '../shared/Moving';
import { SinceThen } from '../shared/SinceThen';
import { usePanelStyles } from './panelStyles';

/** Beside what is left: what was done or deleted since, and whether the problems moved. */
export function Review({ before }: { readonly before: BeforeView }) {
  const shared = usePanelStyles();
  const { done = [], gone = [], moving = [] } = before;
  if (done.length + gone.length + moving.length === 0) return null;
  return (
    <div className={shared.box}>
      <SinceThen before={before} />
      <Moving all={moving} />
    </div>
  );
}

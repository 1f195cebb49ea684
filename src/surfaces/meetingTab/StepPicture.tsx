import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  picture: {
    width: '100%',
    maxWidth: '150px',
    height: 'auto',
    color: tokens.colorNeutralForeground2,
    '& [data-press]': { stroke: tokens.colorBrandForeground1, color: tokens.colorBrandForeground1 },
  },
});

const BAR = (
  <>
    <rect x="2" y="2" width="146" height="56" rx="4" />
    <path d="M2 18 H148" />
  </>
);
/** The chat's row of tabs with its +; the list of apps; the button that keeps it. */
const DRAWN: readonly ReactNode[] = [
  <>
    {BAR}
    <path d="M10 10 H30 M38 10 H58 M10 30 H90 M10 40 H70" />
    <g data-press>
      <circle cx="72" cy="10" r="6" />
      <path d="M72 7 V13 M69 10 H75" />
    </g>
  </>,
  <>
    {BAR}
    <path d="M12 10 H60" />
    <circle cx="138" cy="10" r="3" />
    <rect x="10" y="26" width="24" height="24" rx="4" />
    <rect x="94" y="26" width="24" height="24" rx="4" />
    <g data-press>
      <rect x="52" y="26" width="24" height="24" rx="4" />
      <path d="M69 34 A6 6 0 1 0 69 42" />
    </g>
  </>,
  <>
    {BAR}
    <path d="M12 10 H50 M10 28 H110 M10 36 H80" />
    <g data-press>
      <rect x="100" y="42" width="40" height="12" rx="3" />
      <path d="M112 48 L117 52 L128 44" />
    </g>
  </>,
];

/** A step of adding the panel by hand, drawn; the words stand below it. */
export function StepPicture({ step }: { readonly step: number }) {
  const styles = useStyles();
  return (
    <svg
      className={styles.picture}
      viewBox="0 0 150 60"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {DRAWN[step]}
    </svg>
  );
}

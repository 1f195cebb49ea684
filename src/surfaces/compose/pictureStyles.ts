import { makeStyles, tokens } from '@fluentui/react-components';

/** The drawing of the week: bars that keep their meaning without colour and under forced colours. */
export const usePictureStyles = makeStyles({
  around: { position: 'relative' },
  grid: { display: 'grid', columnGap: '2px', rowGap: '2px', alignItems: 'center' },
  dense: { rowGap: '1px' },
  head: {
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground3,
  },
  hour: {
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground3,
    paddingInlineEnd: '4px',
    whiteSpace: 'nowrap',
  },
  lowHour: { fontSize: '9px', lineHeight: '8px' },
  cell: {
    display: 'flex',
    columnGap: '1px',
    height: '16px',
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground4,
    outlineOffset: '-1px',
  },
  low: { height: '8px' },
  best: { outlineWidth: '1px', outlineStyle: 'solid', outlineColor: tokens.colorNeutralForeground1 },
  bar: { position: 'relative', flexGrow: 1, height: '100%' },
  fill: {
    position: 'absolute',
    insetInline: 0,
    bottom: 0,
    forcedColorAdjust: 'none',
    '@media (prefers-reduced-motion: no-preference)': { transition: 'height 200ms' },
  },
  first: {
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  second: {
    backgroundColor: tokens.colorPaletteTealBackground2,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorPaletteTealForeground2} 0 1px, transparent 1px 4px)`,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', backgroundImage: 'none' },
  },
  key: {
    display: 'inline-block',
    width: '8px',
    height: '8px',
    marginInlineEnd: '4px',
    forcedColorAdjust: 'none',
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

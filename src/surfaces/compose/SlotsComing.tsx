import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** As high as what comes in their place, so that the buttons below stand where they will be pressed. */
const useStyles = makeStyles({
  block: {
    flexShrink: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (forced-colors: active)': { border: '1px solid', boxSizing: 'border-box' },
  },
  week: { height: '91px' },
  // Three times, less the button and the bar above that go when the calendars are there.
  times: { height: '170px' },
  more: { height: '24px', backgroundColor: 'transparent' },
  strip: { height: '49px' },
});

/** The places of the picture, the times and the sessions while calendars are read. */
export function SlotsComing({ picture }: { readonly picture: boolean }) {
  const styles = useStyles();
  const names = [...(picture ? [] : (['week'] as const)), ...(['times', 'more', 'strip'] as const)];
  return (
    <>
      {names.map((name) => (
        <div key={name} aria-hidden="true" className={mergeClasses(styles.block, styles[name])} />
      ))}
    </>
  );
}

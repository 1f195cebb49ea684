import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The title of a part of a screen, without the space that browsers put around headings. */
export function Heading(props: { readonly small?: true; readonly children: ReactNode }) {
  const styles = useStyles();
  return <h2 className={mergeClasses(styles.heading, props.small && styles.small)}>{props.children}</h2>;
}

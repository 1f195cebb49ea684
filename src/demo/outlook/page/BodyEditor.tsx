import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePage } from './pageContext';
import { sanitised } from './sanitise';

const useStyles = makeStyles({
  editor: {
    minHeight: '180px',
    flexGrow: 1,
    padding: '8px 12px',
    overflow: 'auto',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    '& table': { borderCollapse: 'collapse' },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
});

/** The body as the person edits it; what an add-in writes appears here. */
export function BodyEditor(props: { readonly html: string; readonly onChange: (html: string) => void }) {
  const { html, onChange } = props;
  const { words } = usePage();
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Typing must not lose the cursor: only what came from elsewhere is drawn anew.
    if (element.current === null || shown.current === html) return;
    element.current.innerHTML = sanitised(html);
    shown.current = html;
  }, [html]);
  return (
    <div
      ref={element}
      className={styles.editor}
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline="true"
      aria-label={words.body}
      tabIndex={0}
      onInput={(event) => {
        shown.current = event.currentTarget.innerHTML;
        onChange(shown.current);
      }}
    />
  );
}

import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { sayByKind } from '../../../locale/byKind';
import type { PartProps } from '../partProps';
import { namesIn } from '../rhythm/rhythmNames';
import { useRhythmStyles } from '../rhythm/rhythmStyles';

/** What names in transcripts mean, as somebody once said; each can be forgotten. */
export function LearnedNames(props: PartProps) {
  const shared = useRhythmStyles();
  const id = useId();
  const { view, desk, locale } = props;
  const words = locale.follow.settings.measuring;
  const named = namesIn(props);
  const sayings = {
    person: ({ person }: { readonly person: string }) => words.means.person(named.person(person)),
    shared: words.means.shared,
    nobody: words.means.nobody,
  };
  return (
    <div>
      <h3 id={id} className={shared.heading}>
        {words.names}
      </h3>
      <p className={shared.quiet}>{words.namesText}</p>
      <ul className={shared.list} aria-labelledby={id}>
        {view.measuring.names.map(({ name, means }) => (
          <li key={name} className={shared.line}>
            <span className={`${shared.text} ${shared.grow}`}>
              {`${name} → ${sayByKind(sayings, means)}`}
            </span>
            <Button
              size="small"
              aria-label={words.forgetOf(name)}
              disabledFocusable={view.working !== null}
              onClick={() => desk.measuring.forgetName(name)}
            >
              {words.forget}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { FollowQuestion, FollowScreen } from '../../app/follow/followView';
import { sayByKind } from '../../locale/byKind';
import type { FollowLocale } from '../../locale/followLocale';
import { AskBox } from '../shared/AskBox';
import { namedIn } from './names';
import type { PartProps } from './partProps';

/** Asked in place; it starts at the safe answer, and Esc gives it. */
export function Question({
  question,
  view,
  desk,
  locale,
}: PartProps & { readonly question: FollowQuestion }) {
  const words = locale.follow.question;
  const { kind } = question;
  return (
    <AskBox
      text={questionText(question, view, locale)}
      words={{ yes: words.yes[kind], no: words.no[kind] }}
      // Taking it for the same doubles nothing; everything else is safe undone.
      safe={kind === 'sameTask'}
      answer={(yes) => desk.answer(yes)}
    />
  );
}

function questionText(question: FollowQuestion, view: FollowScreen, locale: FollowLocale): string {
  const { question: words, changes } = locale.follow;
  const named = namedIn(view, locale);
  switch (question.kind) {
    case 'change': {
      const { change, sessions, mails, each } = question;
      return words.change(sayByKind(changes, change, view.zone, named), sessions, mails, each);
    }
    case 'erase':
      return words.erase(named.person(question.person), question.records);
    case 'eraseTalk':
      return words.eraseTalk(question.records);
    case 'ownTalk':
      return words.ownTalk(question.sessions, question.stop);
    case 'removeTask': {
      const task = view.tasks.groups.flatMap(({ tasks }) => tasks).find(({ id }) => id === question.task);
      return words.removeTask(task?.text ?? '…');
    }
    case 'sameTask':
      return words.sameTask(question.text, question.found);
  }
}

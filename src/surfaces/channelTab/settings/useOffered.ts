import { useRef, useState } from 'react';
import type { FollowDesk } from '../../../app/follow/followDesk';
import type { Offered } from '../../shared/PersonPicker';

const NOTHING: Offered = { text: '', people: [], searching: false };

/** Whom the directory offers for what is typed; an answer to an earlier text is left aside. */
export function useOffered(desk: Pick<FollowDesk, 'settings'>) {
  const [offered, setOffered] = useState(NOTHING);
  const last = useRef('');
  const find = (text: string): void => {
    last.current = text;
    if (text.trim() === '') return setOffered(NOTHING);
    setOffered({ text, people: [], searching: true });
    void desk.settings.find(text).then((people) => {
      if (last.current === text) setOffered({ text, people, searching: false });
    });
  };
  return { offered, find };
}

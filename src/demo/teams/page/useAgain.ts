import { useEffect, useState } from 'react';

const AGAIN_MS = 4_000;

/** What is read now and again: Teams is told of news, this page asks. What was read stays where a later try fails. */
export function useAgain<T>(read: () => Promise<T>, first: T): T {
  const [value, setValue] = useState(first);
  useEffect(() => {
    let gone = false;
    const again = () =>
      void read().then(
        (next) => !gone && setValue(next),
        () => undefined,
      );
    again();
    const timer = setInterval(again, AGAIN_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [read]);
  return value;
}

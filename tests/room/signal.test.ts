import { createSignal, SIGNAL_EVERY } from '../../src/room/signal';

/** A line that can be gone, and time that passes when it is said. */
function aLine() {
  const sent: boolean[] = [];
  const waits: (() => void)[] = [];
  let there = true;
  const signal = createSignal(
    (on) => {
      if (there) sent.push(on);
      return there;
    },
    (milliseconds, run) => {
      expect(milliseconds).toBe(SIGNAL_EVERY);
      waits.push(run);
    },
  );
  return {
    signal,
    sent,
    rest: () => waits.splice(0).forEach((run) => run()),
    line: (is: boolean) => void (there = is),
  };
}

test('RD21 the signal goes as it changes, at most four times a second, and the last word always', () => {
  const { signal, sent, rest } = aLine();
  signal.say(true);
  expect(sent).toEqual([true]);
  [false, true, false].forEach((on) => signal.say(on));
  expect(sent).toEqual([true]);
  rest();
  expect(sent).toEqual([true, false]);
  signal.say(true);
  signal.say(false);
  rest();
  // It is as it was last sent.
  expect(sent).toEqual([true, false]);
  signal.say(false);
  expect(sent).toEqual([true, false]);
});

test('RD21 nothing of it waits without a line; with a new one what was last said is said again', () => {
  const { signal, sent, rest, line } = aLine();
  signal.again();
  expect(sent).toEqual([]);
  line(false);
  [true, false, true].forEach((on) => signal.say(on));
  rest();
  expect(sent).toEqual([]);
  line(true);
  signal.again();
  expect(sent).toEqual([true]);
  rest();
  signal.again();
  expect(sent).toEqual([true, true]);
});

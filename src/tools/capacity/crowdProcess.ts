import { spawn } from 'node:child_process';
import { createCrowd, type Crowd } from './crowd';

type Call = { readonly serial: number; readonly call: keyof Crowd; readonly args: readonly unknown[] };
type Answer = { readonly serial: number; readonly value?: unknown; readonly fault?: string };

/** What a process that is a crowd does: as it is told by its parent, until that has gone. */
export function beCrowd(): void {
  const crowd = createCrowd(() => performance.now(), Math.random);
  process.on('message', ({ serial, call, args }: Call) => {
    const run = crowd[call] as (...args: readonly unknown[]) => Promise<unknown>;
    run(...args).then(
      (value) => process.send?.({ serial, value } satisfies Answer),
      (fault: unknown) => process.send?.({ serial, fault: String(fault) } satisfies Answer),
    );
  });
  process.once('disconnect', () => process.exit());
}

/** A crowd in a process of its own, so that what it costs is not the measured server's; `bundle` is the built tool. */
export function startCrowd(bundle: string): Crowd & { close(): void } {
  const child = spawn(process.execPath, ['-e', 'require(process.argv[1]).beCrowd()', bundle], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const open = new Map<number, (answer: Answer) => void>();
  let serial = 0;
  child.on('message', (answer: Answer) => {
    open.get(answer.serial)?.(answer);
    open.delete(answer.serial);
  });
  child.once('exit', () => open.forEach((tell, of) => tell({ serial: of, fault: 'the crowd has gone' })));
  const ask =
    (call: keyof Crowd) =>
    (...args: readonly unknown[]) =>
      new Promise<never>((done, failed) => {
        serial += 1;
        open.set(serial, ({ value, fault }) =>
          fault === undefined ? done(value as never) : failed(new Error(fault)),
        );
        child.send({ serial, call, args } satisfies Call);
      });
  return { enter: ask('enter'), write: ask('write'), leave: ask('leave'), close: () => void child.kill() };
}

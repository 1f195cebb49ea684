type Run = (event: { readonly completed: (options?: unknown) => void }) => void;

/** Functions that a page offers without showing anything; the host asks for one, before or after the page offers it. */
export function standInActions(completed: (options: unknown) => void) {
  const offered = new Map<string, Run>();
  let wanted: string | undefined;
  const run = () => {
    const found = wanted === undefined ? undefined : offered.get(wanted);
    if (found === undefined) return;
    wanted = undefined;
    found({ completed });
  };
  return {
    associate(id: string, found: Run): void {
      offered.set(id, found);
      run();
    },
    launch(id: string): void {
      wanted = id;
      run();
    },
  };
}

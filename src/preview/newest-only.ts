/**
 * Runs one job at a time, and of those asked for meanwhile only the newest. A job learns by `isNewest` whether another has been asked
 * for: what it made is then out of date, and is thrown away.
 */
export function newestOnly<T>(
  job: (given: T, isNewest: () => boolean) => Promise<void>,
): (given: T) => Promise<void> {
  let asked = 0;
  let running: Promise<void> | null = null;
  let next: { given: T } | null = null;
  const work = async (): Promise<void> => {
    while (next) {
      const { given } = next;
      const mine = asked;
      next = null;
      await job(given, () => mine === asked);
    }
    running = null;
  };
  return (given) => {
    asked += 1;
    next = { given };
    running ??= work();
    return running;
  };
}

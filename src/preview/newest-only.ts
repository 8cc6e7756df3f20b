/**
 * Runs one job at a time, and of those asked for meanwhile only the newest. A job learns by `isNewest` whether another has been asked
 * for: what it made is then out of date.
 */
export function newestOnly(job: (isNewest: () => boolean) => Promise<void>): () => void {
  let asked = 0;
  let done = 0;
  let running = false;
  const work = async (): Promise<void> => {
    running = true;
    while (done < asked) {
      const mine = asked;
      await job(() => mine === asked);
      done = mine;
    }
    running = false;
  };
  return () => {
    asked += 1;
    if (!running) void work();
  };
}

/**
 * Coalesces requests: while a job runs, only the newest request waits. `isNewest` returns false once another request has
 * arrived: the result of the job is then out of date.
 */
export function coalesce(job: (isNewest: () => boolean) => Promise<void>): () => void {
  let requested = 0;
  let finished = 0;
  let isRunning = false;
  const runJobs = async (): Promise<void> => {
    isRunning = true;
    while (finished < requested) {
      const current = requested;
      await job(() => current === requested);
      finished = current;
    }
    isRunning = false;
  };
  return () => {
    requested += 1;
    if (!isRunning) void runJobs();
  };
}

/** Resolves at Ctrl-C, the normal end of a preview or a watch. It replaces the program's handlers, which exit at once. */
export function waitForInterruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, resolve);
    }
  });
}

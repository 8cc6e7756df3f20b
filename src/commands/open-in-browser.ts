import { once } from 'node:events';

/** The time in which a program that cannot open a browser ends. */
const PATIENCE_MS = 2000;

/** Opens an address in the user's browser. A failure is only a hint: the address has been printed. */
export async function openInBrowser(url: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const opener = await open(url);
    const [code] = (await once(opener, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [
      number | null,
    ];
    if (code !== 0) hint();
  } catch (error) {
    if (!isTimeout(error)) hint(); // still running after the time: the browser itself
  }
}

function hint(): void {
  process.stderr.write('papers: no browser could be opened. Open the address yourself.\n');
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

import type { Options } from './command.js';

/** The answers that the user has given in advance. */
interface ConsentOptions extends Pick<Options, 'json'> {
  yes?: boolean;
}

/**
 * Asks whether to do what cannot be undone. `facts` says what, and what follows. Returns true without a question if the user said
 * `--yes` or wants JSON, or if there is no terminal to ask on.
 */
export async function askConsent(
  facts: string[],
  question: string,
  { yes, json }: ConsentOptions,
): Promise<boolean> {
  if (yes || json || !process.stdin.isTTY || !process.stderr.isTTY) return true;
  const { confirm } = await import('@clack/prompts');
  process.stderr.write(`${facts.join('\n')}\n`);
  return (await confirm({ message: question, initialValue: false, output: process.stderr })) === true;
}

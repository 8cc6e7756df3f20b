import type { Refusal } from '../../edit/outcome.js';

/** Writes the reason of a refusal as sentences. */
export function formatRefusal({ message, hint }: Refusal): string {
  const sentence = message.slice(0, 1).toUpperCase() + message.slice(1);
  return [`${sentence}.`, ...(hint === undefined ? [] : [hint])].join(' ');
}

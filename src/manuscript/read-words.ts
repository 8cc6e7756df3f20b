import type { Fragment } from '../model/fragment.js';
import { toPlainText } from '../model/inline.js';
import { splitAtPlaceholders } from '../model/placeholder.js';

/** Returns the words of a heading without its markup. */
export function readWords({ markdown, values }: Fragment): string {
  return splitAtPlaceholders(markdown)
    .map((part) => {
      if (typeof part === 'string') return part.replace(/\\(.)/g, '$1');
      const value = values[part];
      return value?.kind === 'inlines' ? toPlainText(value.content) : '';
    })
    .join('')
    .trim();
}

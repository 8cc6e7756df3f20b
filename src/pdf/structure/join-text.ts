import { usePlainSpaces } from '../text/use-plain-spaces.js';

/**
 * Returns the words of a text node. pdfmake rewrites texts while it measures them, so they may be nested in
 * any way.
 */
export function joinText(text: unknown): string {
  if (Array.isArray(text)) return text.map(joinText).join('');
  if (typeof text === 'object' && text !== null && 'text' in text) return joinText(text.text);
  return typeof text === 'string' || typeof text === 'number' ? usePlainSpaces(String(text)) : '';
}

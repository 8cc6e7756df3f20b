import { parse } from 'parse5';
import { readText } from './read-html.js';

/** Returns the visible text of an HTML edition, without drawings and with single spaces between blocks. */
export function readSentences(html: string): string {
  const body = html
    .slice(html.indexOf('<main'))
    .replace(/<\/(td|th|p|li|h\d|figcaption|caption|dt|dd|summary)>/g, ' $&')
    .replace(/<svg[^>]*>.*?<\/svg>/gs, '');
  return parse(body).childNodes.map(readText).join(' ').replace(/\s+/g, ' ');
}

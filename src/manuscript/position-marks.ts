import type { Fragment, Value } from '../model/fragment.js';
import type { Place } from '../model/problem.js';
import { decodePlace, encodePlace } from './place-code.js';

const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000([^\ue001]*:\d+:\d+)\+?\ue001/g;
/** A line without text whose last mark is not at the start of its source line. */
const EMPTIED = /^\s*(?:\ue000[^\ue001]*\ue001\s*)*\ue000[^\ue001]*\+\ue001\s*$/;

/**
 * Makes a mark that gives the place of the text after it. `continues`: other text comes before it on its source line.
 * Marks exist only between compiling and `takeMarks`.
 */
export function makePositionMark(place: Place, continues = false): string {
  return `${OPEN}${encodePlace(place)}${continues ? '+' : ''}${CLOSE}`;
}

/** Removes the marks from rendered text and turns them into origins. `start` is the place of the first character. */
export function takeMarks(rendered: string, values: Value[], start: Place): Fragment {
  const origins: Fragment['origins'] = [{ offset: 0, place: start }];
  let markdown = '';
  let from = 0;
  const kept = dropEmptiedLines(rendered);
  for (const match of kept.matchAll(MARK)) {
    markdown += kept.slice(from, match.index);
    from = match.index + match[0].length;
    if (origins.at(-1)?.offset === markdown.length) origins.pop();
    origins.push({ offset: markdown.length, place: readPlace(match) });
  }
  return { markdown: markdown + kept.slice(from), values, origins };
}

function readPlace([, code = '']: RegExpMatchArray): Place {
  const place = decodePlace(code);
  if (!place) throw new Error('a position mark has no place');
  return place;
}

/** Drops lines on which only `{{#if …}}…{{/if}}` was written and printed nothing. An empty line would end the paragraph. */
function dropEmptiedLines(rendered: string): string {
  return rendered
    .split('\n')
    .filter((line) => !EMPTIED.test(line))
    .join('\n');
}

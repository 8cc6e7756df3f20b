import type { Fragment, Value } from '../model/fragment.js';
import type { Place } from '../model/problem.js';

const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000(\d+):(\d+):(\d+)\+?\ue001/g;
/** A line without text whose last mark does not stand at the beginning of its line of source. */
const EMPTIED = /^\s*(?:\ue000[^\ue001]*\ue001\s*)*\ue000[^\ue001]*\+\ue001\s*$/;

/**
 * A mark that says from where the text after it comes, and whether something stands before it in its line. Marks live from
 * compiling to `takeMarks`, never longer.
 */
export function positionMark(file: number, { line, column }: Omit<Place, 'file'>, continues = false): string {
  return `${OPEN}${file}:${line}:${column}${continues ? '+' : ''}${CLOSE}`;
}

/** Takes the marks out of rendered text and turns them into origins. `files` are the names that marks count from 0. */
export function takeMarks(
  rendered: string,
  values: Value[],
  files: readonly string[],
  start: Place,
): Fragment {
  const origins: Fragment['origins'] = [{ offset: 0, place: start }];
  let markdown = '';
  let from = 0;
  const kept = withoutEmptied(rendered);
  for (const match of kept.matchAll(MARK)) {
    markdown += kept.slice(from, match.index);
    from = match.index + match[0].length;
    const [, file, line, column] = match;
    const place = { file: files[Number(file)] ?? '', line: Number(line), column: Number(column) };
    if (origins.at(-1)?.offset === markdown.length) origins.pop();
    origins.push({ offset: markdown.length, place });
  }
  return { markdown: markdown + kept.slice(from), values, origins };
}

/** A line that consists of `{{#if …}}…{{/if}}` and came out empty would end the paragraph that it stands in. */
function withoutEmptied(rendered: string): string {
  return rendered
    .split('\n')
    .filter((line) => !EMPTIED.test(line))
    .join('\n');
}

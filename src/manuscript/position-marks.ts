import type { Fragment, Value } from '../model/manuscript.js';
import type { Place } from '../model/problem.js';

const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000(\d+):(\d+):(\d+)\ue001/g;

/** A mark that says from where the text after it comes. Marks live from compiling to `takeMarks`, never longer. */
export function positionMark(file: number, line: number, column: number): string {
  return `${OPEN}${file}:${line}:${column}${CLOSE}`;
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
  for (const match of rendered.matchAll(MARK)) {
    markdown += rendered.slice(from, match.index);
    from = match.index + match[0].length;
    const [, file, line, column] = match;
    const place = { file: files[Number(file)] ?? '', line: Number(line), column: Number(column) };
    if (origins.at(-1)?.offset === markdown.length) origins.pop();
    origins.push({ offset: markdown.length, place });
  }
  return { markdown: markdown + rendered.slice(from), values, origins };
}

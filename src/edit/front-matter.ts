import { splitFrontMatter } from '../inputs/yaml/split-front-matter.js';
import type { EditTarget, SetEdit } from './edit.js';
import { findSpot, openYaml } from './open-yaml.js';
import { readScalarText } from './block-text.js';
import { refuse, succeed, type Outcome } from './outcome.js';
import { setYaml, type SetText } from './set-yaml.js';

/** A value in the front matter of a template. */
export type FrontMatterTarget = Extract<EditTarget, { kind: 'front-matter' }>;

/** The only value of front matter that the paper prints. */
const TITLE = 'title';

/** Finds the title of a template at a line of its front matter. Null if the line is no title. */
export function findFrontMatterTarget(text: string, file: string, line: number): FrontMatterTarget | null {
  const split = splitText(text, file);
  const at = split?.yaml.split('\n')[line - 2] ?? ''; // the first line has the dashes
  return /^title[ \t]*:/.test(at) ? { kind: 'front-matter', file, key: TITLE } : null;
}

/** Reads a value of the front matter. Null if it is gone. */
export function readFrontMatter(text: string, { file, key }: FrontMatterTarget): string | null {
  const document = openYaml(splitText(text, file)?.yaml ?? '').value;
  const spot = document && findSpot(document, [key]);
  return spot ? readScalarText(spot.node) : null;
}

/** Sets a value of the front matter. The rest of the file stays as it is. */
export function setFrontMatter(
  text: string,
  { file, key }: FrontMatterTarget,
  edit: Pick<SetEdit, 'before' | 'after' | 'source'>,
): Outcome<SetText> {
  const split = splitText(text, file);
  if (!split) return refuse('the file has no front matter now', 'Reload the page.', null);
  if (edit.after.trim() === '') return refuse('the title is empty', 'Type a title.');
  const set = setYaml(split.yaml, [key], { ...edit, as: 'text' });
  if (set.refusal) return set;
  return succeed({ ...set.value, text: split.head + set.value.text + split.rest });
}

/** Splits a text into its first line of dashes, the YAML, and the rest. Null if it has no front matter. */
function splitText(text: string, file: string): { head: string; yaml: string; rest: string } | null {
  const { value } = splitFrontMatter(file, text);
  if (!value) return null;
  const start = text.indexOf('\n') + 1;
  const yaml = value.yaml.slice(1); // without the line in place of the dashes
  return { head: text.slice(0, start), yaml, rest: text.slice(start + yaml.length) };
}

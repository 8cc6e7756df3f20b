import { join } from 'node:path';
import type { Checked } from '../../model/problem.js';
import type { TemplateAppendix } from '../../model/template.js';
import { joinChecked } from '../../model/join-checked.js';
import { findUnknownFiles } from '../find-unknown-files.js';
import { listNamesWithEnding } from '../list-files.js';
import type { SourceReader } from '../source-reader.js';
import { checkShape } from '../yaml/check-shape.js';
import { findMarkdownMistakes } from '../yaml/find-markdown-mistakes.js';
import { findUnusualCharacters } from '../yaml/find-unusual-characters.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { appendixSchema } from './appendix-schema.js';
import { splitFrontMatter } from '../yaml/split-front-matter.js';

const ENDING = '.md.hbs';

/** Reads the appendices of a template: each file of its folder `appendices/`, with its title in the front matter. */
export function readAppendices(reader: SourceReader, folder: string): Checked<TemplateAppendix[]> {
  const known = listNamesWithEnding(ENDING, join(reader.root, folder, 'appendices')).map(
    (name) => name + ENDING,
  );
  const names = reader
    .listNames(`${folder}/appendices`)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length));
  const read = joinChecked(names.map((name) => readAppendix(reader, `${folder}/appendices`, name)));
  return {
    value: sortAppendices(read.value.filter((appendix) => appendix !== null)),
    problems: [
      ...findUnknownFiles(reader.root, `${folder}/appendices`, known, `a name that ends in ${ENDING}`),
      ...read.problems,
    ],
  };
}

/** Sorts appendices by `order`. Those without one come last, as listed. */
export function sortAppendices(appendices: readonly TemplateAppendix[]): TemplateAppendix[] {
  return [...appendices].sort((a, b) => (a.order === b.order ? 0 : a.order - b.order));
}

/** The value is null if the front matter cannot be used. The text of a restricted appendix is removed from the sources. */
function readAppendix(reader: SourceReader, folder: string, id: string): Checked<TemplateAppendix | null> {
  const path = `${folder}/${id}${ENDING}`;
  const { value: text, problems: unreadable } = reader.text(path);
  if (text === null) return { value: null, problems: unreadable };
  const { value: parts, problems: unsplit } = splitFrontMatter(path, text);
  if (!parts) return { value: null, problems: unsplit };
  const file = parseYaml(path, parts.yaml);
  const { value: data, problems: misshapen } = checkShape(file, appendixSchema);
  const problems = [...unreadable, ...file.problems, ...misshapen];
  if (!data) return { value: null, problems };
  const { title, order, restricted } = data;
  const toFollow = data['to-follow'];
  if (restricted !== undefined) reader.redact(path, parts.head);
  const body = restricted === undefined ? parts.body : '';
  return {
    value: {
      id,
      title,
      order: order ?? Infinity,
      markup: { text: body, place: { file: path, line: 1, column: 1 } },
      toFollow: toFollow === undefined ? null : { date: toFollow, place: file.keyPlaceOf(['to-follow']) },
      restricted:
        restricted === undefined ? null : { reason: restricted, place: file.keyPlaceOf(['restricted']) },
    },
    problems: [...problems, ...findUnusualCharacters(path, body), ...findMarkdownMistakes(path, body)],
  };
}

/** Returns the front matter of a restricted appendix, which is all that is published of it. Null for any other text. */
export function findRestrictedHead(path: string, text: string): string | null {
  const parts = splitFrontMatter(path, text).value;
  if (!parts) return null;
  const { value: data } = checkShape(parseYaml(path, parts.yaml), appendixSchema);
  return data?.restricted === undefined ? null : parts.head;
}

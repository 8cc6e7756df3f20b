import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import { escapeMarkdown } from '../../model/escape-markdown.js';
import { getSchedule, isWhole, writeExemptSentence } from '../../model/exemption.js';
import type { Inputs } from '../../model/inputs.js';
import type { Paper } from '../../model/paper.js';
import { findEnd, removeComments, replaceNode } from '../yaml/redact-text.js';
import { applyTextEdits, type TextEdit } from '../yaml/text-edit.js';
import { NO_OVERLAY, type Overlay } from './overlay.js';

/** The keys of a paper's file that say something of its content. */
const CONTENT = [
  'narrative',
  'appendices',
  'unreviewed',
  'keywords',
  'also-public',
  'switched-off',
  'numbering',
];

const NOT_PUBLISHED = 'Not published: exempt information.';

/** Returns true if a paper's file is that of a public edition of a paper that is exempt as a whole. */
export function isRedactedWhole({ description, exempt }: Paper): boolean {
  return exempt.some(isWhole) && description.text === NOT_PUBLISHED;
}

/**
 * Plans the public edition of a paper that is exempt as a whole: one page with its title, its meeting and the reason. The template's
 * texts, tables and pictures are left out, and so is every data file of a period.
 */
export function planWholeRedaction({ files, paper, period, template, meeting }: Inputs): Overlay {
  const exemption = paper.exempt.find(isWhole);
  if (!exemption) return NO_OVERLAY;
  const own = `data/${period.id}/${paper.id}.yaml`;
  const folder = `templates/${template.id}`;
  const [first, ...others] = template.sections.map(({ id }) => `${folder}/sections/${id}.md.hbs`);
  const sentence = escapeMarkdown(
    writeExemptSentence(template.paperWord.toLowerCase(), exemption, getSchedule(meeting)),
  );
  const text = files.find(({ path }) => path === own)?.text ?? '';
  return {
    texts: new Map([
      [own, redactPaper(text)],
      ...(first === undefined ? [] : [[first, `{{unnumbered}}${sentence}\n`] as const]),
      ...others.map((path) => [path, ''] as const),
    ]),
    without: new Set(
      files
        .flatMap(({ path, original }) => (original ? [path, original.path] : [path]))
        .filter((path) => isContent(path, own, folder)),
    ),
    sheets: new Map(),
  };
}

/** Returns true if a file holds content of the paper: data of a period, or a part of its template. */
function isContent(path: string, own: string, folder: string): boolean {
  if (path === own) return false;
  if (/^data\/[^/]+\//.test(path) || path === 'data/packed.json' || path === 'data/datasets.yaml')
    return true;
  return (
    path.startsWith(`${folder}/`) &&
    path !== `${folder}/paper.yaml` &&
    !path.startsWith(`${folder}/sections/`)
  );
}

function redactPaper(text: string): string {
  const bare = removeComments(text);
  const document = parseDocument(bare);
  const { contents } = document;
  if (!isMap(contents)) return bare;
  const edits: TextEdit[] = contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const node: unknown = value;
    if (CONTENT.includes(name)) {
      const valueEnd = (isNode(node) ? node.range?.[1] : undefined) ?? key.range[1];
      const [start] = key.range;
      const end = findEnd(start, valueEnd, bare);
      return [{ start, end, text: '\n'.repeat(bare.slice(start, end).split('\n').length - 1) }];
    }
    if (name === 'description') return replaceNode(node, JSON.stringify(NOT_PUBLISHED), bare);
    if (name === 'header' && isMap(node))
      return node.items.flatMap((field) => replaceNode(field.value, JSON.stringify(NOT_PUBLISHED), bare));
    return [];
  });
  return applyTextEdits(bare, edits);
}

import { isMap, isScalar, parseDocument, type Document, type YAMLMap } from 'yaml';
import { EXEMPT } from '../../model/exemption.js';
import { removeComments, replaceNode } from '../yaml/redact-text.js';
import { applyTextEdits, type TextEdit } from '../yaml/text-edit.js';

/** The details of an exempt figure that stay: what it is, and where it comes from. */
const KEPT = [
  'label',
  'unit',
  'in',
  'per',
  'signed',
  'period',
  'window',
  'at',
  'source',
  'owner',
  'standing',
];

/** The maps of a period's files that hold one figure for each measure. */
const FIGURE_MAPS = ['to-date', 'in-period', 'as-at', 'published', 'gaps'];

/**
 * Puts a figure without a value, called exempt, in place of each named one in a period's file. Names are those of measures, and of
 * facts as `facts.benches`. Comments are removed, because they can state the number. Everything else stays in its line.
 */
export function redactFigures(text: string, names: readonly string[]): string {
  const bare = removeComments(text);
  const document = parseDocument(bare);
  const edits = names.flatMap((name) =>
    name.startsWith('facts.')
      ? redactFact(document, name.slice('facts.'.length), bare)
      : redactMeasure(document, name, bare),
  );
  return edits.length === 0 ? text : applyTextEdits(bare, edits);
}

function redactFact(document: Document, name: string, text: string): TextEdit[] {
  const node = document.getIn(['facts', name], true);
  if (!isMap(node) || isRedacted(node)) return [];
  const unit = node.get('unit') ?? findUnitOfSum(document, node);
  return replaceNode(node, writeExempt(node, { unit }), text);
}

/** A total has the unit of its parts. */
function findUnitOfSum(document: Document, fact: YAMLMap): unknown {
  const [part] = (fact.toJSON() as { sum?: string[] }).sum ?? []; // the file fits its schema
  return part === undefined ? undefined : document.getIn(['facts', part, 'unit']);
}

function redactMeasure(document: Document, name: string, text: string): TextEdit[] {
  const replace = (node: unknown): TextEdit[] =>
    node === undefined || (isMap(node) && isRedacted(node)) ? [] : replaceNode(node, writeExempt(node), text);
  const months = document.getIn(['months', name], true);
  const shares = document.getIn(['shares', name], true);
  const ranking = document.getIn(['rankings', name], true);
  return [
    ...FIGURE_MAPS.flatMap((map) => replace(document.getIn([map, name], true))),
    ...(isMap(months) ? months.items.flatMap(({ value }) => replace(value ?? undefined)) : []),
    ...(isMap(shares)
      ? shares.items.flatMap(({ value }) => (isMap(value) ? replace(value.get('percent', true)) : []))
      : []),
    ...(isMap(ranking) ? redactRanking(ranking, text) : []),
  ];
}

/** No area has a result. The result of all areas together goes too, and so does the note, which can state results. */
function redactRanking(ranking: YAMLMap, text: string): TextEdit[] {
  const { published, note, whole, ...kept } = ranking.toJSON() as Record<string, unknown>; // the file fits its schema
  const isGone = note === undefined && whole === undefined && JSON.stringify(published) === '{}';
  return isGone ? [] : replaceNode(ranking, writeFlow({ ...kept, published: {} }), text);
}

function isRedacted(node: YAMLMap): boolean {
  return node.get('reason') === EXEMPT && node.get('value') === null;
}

function writeExempt(node: unknown, further: Record<string, unknown> = {}): string {
  const details = isMap(node) ? (node.toJSON() as Record<string, unknown>) : {}; // the file fits its schema
  const kept = Object.entries({ ...details, ...further }).filter(
    ([key, value]) => KEPT.includes(key) && value !== null && value !== undefined,
  );
  return writeFlow({ ...Object.fromEntries(kept), value: null, reason: EXEMPT });
}

/** Writes a map on one line. JSON is YAML, and a space after each comma and colon keeps it so. */
function writeFlow(map: Record<string, unknown>): string {
  const entries = Object.entries(map).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{ ${entries.join(', ')} }`;
}

/** Lists the measures that have figures in a text, by name. */
export function listMeasuresIn(text: string): string[] {
  const document = parseDocument(text);
  return [...FIGURE_MAPS, 'months', 'shares', 'rankings'].flatMap((map) => {
    const node = document.get(map, true);
    return isMap(node) ? node.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
  });
}

import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { readSource } from '../inputs/yaml/read-node.js';
import type { SetEdit, YamlPath } from './edit.js';
import type { Spot } from './open-yaml.js';

/** A number as authors type figures. */
export const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;
/** The marks that stand in place of a figure: "[x]". */
const MARK = /^\[[a-z]+\]$/;

/**
 * Decides between 64 and "64". A text stays a text, unless it stands in place of a figure: beside numbers, as a value, as a mark,
 * or in a row of a data set.
 */
export function isFigureSpot({ node, parent }: Spot, path: YamlPath, as: SetEdit['as']): boolean {
  if (as !== undefined) return as === 'figure';
  if (!isScalar(node) || typeof node.value !== 'string') return true;
  if (NUMBER.test(node.value)) return false;
  return MARK.test(node.value) || path[0] === 'rows' || path.at(-1) === 'value' || hasNumbers(parent);
}

/** Returns true for a map of figures. Beside a label, one number is not enough. */
function hasNumbers(parent: Node | null): boolean {
  const values: unknown[] = isMap(parent) ? parent.items.map(({ value }) => value) : [];
  const isNumber = (value: unknown): boolean => isScalar(value) && typeof value.value === 'number';
  const isText = (value: unknown): boolean =>
    isScalar(value) && typeof value.value === 'string' && !MARK.test(value.value);
  return values.filter(isNumber).length > values.filter(isText).length;
}

/** Writes a value of one line as YAML: plain if it reads back the same, and otherwise in the quotes that it had. */
export function writeScalar(after: string, spot: Spot, isFigure: boolean): string {
  const { node, isInFlow } = spot;
  if (after === '' && (isFigure || !isInFlow)) return isInFlow ? 'null' : '';
  if (isFigure && (NUMBER.test(after) || isBoolean(after, node))) return after;
  return writeText(after, isScalar(node) ? node.type : undefined, isInFlow);
}

function isBoolean(after: string, node: Node | null): boolean {
  return isScalar(node) && typeof node.value === 'boolean' && /^(?:true|false)$/.test(after);
}

/** Writes a text as YAML on one line. `type` is the kind of scalar that it replaces. */
export function writeText(text: string, type?: string | null, isInFlow = false): string {
  const single = `'${text.replaceAll("'", "''")}'`;
  if (type === 'QUOTE_SINGLE' && isSame(single, text, isInFlow)) return single;
  if (type !== 'QUOTE_DOUBLE' && isSame(text, text, isInFlow)) return text;
  return JSON.stringify(text);
}

/** Returns true if YAML reads the source as the text wherever it stands. */
function isSame(source: string, text: string, isInFlow: boolean): boolean {
  if (/[\n\r]/.test(source)) return false;
  return isInFlow
    ? readsAs(`[{ k: ${source} }, ${source}]`, [0, 'k'], text) &&
        readsAs(`[{ k: ${source} }, ${source}]`, [1], text)
    : readsAs(`k: ${source}\n`, ['k'], text) && readsAs(`- ${source}\n`, [0], text);
}

function readsAs(source: string, path: (string | number)[], text: string): boolean {
  const document = parseDocument(source, { logLevel: 'silent', prettyErrors: false });
  const node = document.getIn(path, true);
  const { contents } = document;
  const hasTwo = source.startsWith('[') && isSeq(contents) && contents.items.length !== 2; // a comma inside
  return (
    document.errors.length === 0 &&
    !hasTwo &&
    isScalar(node) &&
    node.value === text &&
    !node.comment &&
    readSource(node) === text
  );
}

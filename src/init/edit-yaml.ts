import { isMap, isNode, parseDocument, stringify, type Document, type Node } from 'yaml';

type Path = readonly (string | number)[];

/** A change to one value or one key of a YAML file. */
export type YamlEdit = { path: Path; value: string | string[] } | { path: Path; key: string };

/**
 * Replaces values and keys in the text of a YAML file, and quotes them where YAML needs it. Everything else stays as it is,
 * with its comments. Throws if a path does not exist.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): string {
  const document = parseDocument(text);
  return edits
    .map((edit) => ({
      range: findRange(document, edit),
      text: format('key' in edit ? edit.key : edit.value),
    }))
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((edited, { range, text: inserted }) => splice(edited, range, inserted), text);
}

interface Range {
  start: number;
  end: number;
}

function findRange(document: Document.Parsed, edit: YamlEdit): Range {
  const node = 'key' in edit ? findKey(document, edit.path) : document.getIn(edit.path, true);
  if (!isNode(node) || !node.range) throw new Error(`the YAML file has no ${edit.path.join('.')}`);
  return { start: node.range[0], end: node.range[1] };
}

function findKey(document: Document.Parsed, path: Path): Node | undefined {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const key = parent.items.find(({ key: candidate }) => String(candidate) === path.at(-1))?.key;
  return isNode(key) ? key : undefined;
}

/** Formats a text as YAML writes it on one line. A list of texts is JSON, which is valid YAML too. */
function format(value: string | string[]): string {
  if (typeof value !== 'string') return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function splice(text: string, { start, end }: Range, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

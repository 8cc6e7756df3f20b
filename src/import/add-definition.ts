import { Document, isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { ProposedDefinition } from './propose-definition.js';

const NO_WRAPPING = { lineWidth: 0 };

/**
 * Adds a definition at the end of `data/datasets.yaml`. Everything else stays as it is, with its comments. Without a text, the
 * file is new.
 */
export function addDefinition(text: string | null, id: string, definition: ProposedDefinition): string {
  if (text === null) return makeDocument({ datasets: { [id]: definition } }, ['datasets', id]);
  const document = parseDocument(text);
  const sets = document.get('datasets', true);
  const indent = isMap(sets) ? findIndent(sets, text) : null;
  if (indent === null) {
    document.setIn(['datasets'], document.createNode({ [id]: definition }));
    return document.toString(NO_WRAPPING);
  }
  const entry = makeDocument({ [id]: definition }, [id]).replace(/^(?=.)/gm, indent);
  const separator = text.endsWith('\n') ? '' : '\n';
  const added = `${separator}${entry}`;
  return text + (text.includes('\r\n') ? added.replaceAll('\n', '\r\n') : added);
}

/** Finds the white space before the keys of a map. Null if the map has none, or is written in braces. */
function findIndent(map: YAMLMap, text: string): string | null {
  const key = map.items[0]?.key;
  if (map.flow === true || !isScalar(key) || !key.range) return null;
  return text.slice(text.lastIndexOf('\n', key.range[0] - 1) + 1, key.range[0]);
}

/** Writes a map as YAML. Each column of the definition at `path` takes one line. */
function makeDocument(content: Record<string, unknown>, path: string[]): string {
  const document = new Document(content);
  const columns = document.getIn([...path, 'columns'], true);
  if (isMap(columns)) for (const { value } of columns.items) if (isMap(value)) value.flow = true;
  return document.toString(NO_WRAPPING);
}

import { isCollection, isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import { findDuplicateKeys } from '../inputs/yaml/find-duplicate-keys.js';
import { findAliases, findTags } from '../inputs/yaml/find-unsupported-yaml.js';
import { readSource } from '../inputs/yaml/read-node.js';
import type { YamlPath } from './edit.js';
import { refuse, succeed, type Outcome } from './outcome.js';

const IN_EDITOR = 'Fix it in an editor first.';

/** Parses the text of a YAML file that is edited. Refuses a file that the program does not read without errors. */
export function openYaml(text: string): Outcome<Document> {
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  const [error] = [...document.errors, ...findDuplicateKeys(document)];
  if (error) return refuse(`the file has an error in line ${findLine(text, error.pos[0])}`, IN_EDITOR);
  const placeAt = (offset: number): { file: string; line: number; column: number } => ({
    file: '',
    line: findLine(text, offset),
    column: 1,
  });
  const [unsupported] = [...findAliases(document, placeAt), ...findTags(document, text, placeAt)];
  if (unsupported) return refuse(`line ${unsupported.place?.line ?? 1}: ${unsupported.message}`, IN_EDITOR);
  const anchored = findAnchor(document);
  if (anchored)
    return refuse(`line ${findLine(text, anchored.range?.[0] ?? 0)} has a YAML anchor (&)`, IN_EDITOR);
  return succeed(document);
}

function findAnchor(document: Document): Node | null {
  let anchored: Node | null = null;
  visit(document, {
    Node: (_key, node) => {
      if (!isScalar(node) && !isCollection(node)) return;
      if (node.anchor === undefined) return;
      anchored = node;
      return visit.BREAK;
    },
  });
  return anchored;
}

function findLine(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A value of a YAML file, with what surrounds it. */
export interface Spot {
  node: Node | null;
  parent: Node | null;
  /** The offset at which its key or its list starts. */
  start: number;
  /** The offset after its key, without the colon. Null for an item of a list. */
  keyEnd: number | null;
  /** True inside braces or brackets. */
  isInFlow: boolean;
}

/** Finds the value at a path. Null if there is no such path. */
export function findSpot(document: Document, path: YamlPath): Spot | null {
  let spot: Spot = { node: document.contents, parent: null, start: 0, keyEnd: null, isInFlow: false };
  for (const step of path) {
    const next = stepInto(spot, step);
    if (!next) return null;
    spot = next;
  }
  return spot;
}

function stepInto({ node, isInFlow }: Spot, step: string | number): Spot | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => readSource(key) === String(step));
    if (!pair) return null;
    return {
      node: pair.value as Node | null, // a parsed document has nodes only
      parent: node,
      start: isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0,
      keyEnd: isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0,
      isInFlow: isInFlow || node.flow === true,
    };
  }
  if (!isSeq(node) || typeof step !== 'number' || step >= node.items.length) return null;
  return {
    node: node.items[step] as Node | null,
    parent: node,
    start: node.range?.[0] ?? 0,
    keyEnd: null,
    isInFlow: isInFlow || node.flow === true,
  };
}

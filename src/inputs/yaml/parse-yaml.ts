import { isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Place, Problem } from '../../model/problem.js';
import { explainYamlErrors } from './explain-yaml-errors.js';
import { findDuplicateKeys } from './find-duplicate-keys.js';
import { findEscapedCharacters } from './find-escaped-characters.js';
import { findLostText } from './find-lost-text.js';
import { findMistakesInTexts } from './find-mistakes-in-texts.js';
import { findUnusualYamlCharacters } from './find-unusual-characters.js';
import { findAliases, findTags } from './find-unsupported-yaml.js';
import { findKeyNode, findNearestNode, readSource, getStart } from './read-node.js';
import { readMarkup } from './read-markup.js';
import type { YamlFile } from './yaml-file.js';

/** Parses YAML. Every problem has a place. Aliases and tags are refused. */
export function parseYaml(path: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    uniqueKeys: false, // findDuplicateKeys searches in linear time
    prettyErrors: false,
    logLevel: 'error', // the parser would print warnings itself
  });
  document.errors.push(...findDuplicateKeys(document));
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const unsupported = [...findAliases(document, placeAt), ...findTags(document, text, placeAt)];
  const isReadable = document.errors.length === 0 && unsupported.length === 0;
  return {
    path,
    text,
    value: isReadable ? document.toJS() : null,
    problems: [
      ...findTextProblems(path, text, document, placeAt),
      ...unsupported,
      ...findLostText(document, text, placeAt),
      ...findEscapedCharacters(document, text, placeAt),
      ...(document.errors.length > 0 ? [] : findMistakesInTexts(text, document, placeAt)),
    ],
    ...locateValues(document, text, placeAt),
  };
}

/** Finds unusual characters and the parser's errors. A no-break space is the cause of any parser error. */
function findTextProblems(
  path: string,
  text: string,
  document: Document,
  placeAt: (offset: number) => Place,
): Problem[] {
  const characters = findUnusualYamlCharacters(path, text);
  if (characters.some(({ rule }) => rule === 'space-is-plain')) return characters;
  return [...characters, ...explainYamlErrors(document.errors, text, placeAt)];
}

function locateValues(
  document: Document,
  text: string,
  placeAt: (offset: number) => Place,
): Pick<YamlFile, 'placeOf' | 'keyPlaceOf' | 'sourceOf' | 'markupAt' | 'isLiteralAt'> {
  return {
    placeOf: (path) => placeAt(getStart(findNearestNode(document, path))),
    keyPlaceOf: (path) => placeAt(getStart(findKeyNode(document, path) ?? findNearestNode(document, path))),
    sourceOf: (path) => readSource(document.getIn(path, true)),
    markupAt: (path) => readMarkup(document.getIn(path, true), text, placeAt),
    isLiteralAt: (path) => {
      const node = document.getIn(path, true);
      return isScalar(node) && node.type === 'BLOCK_LITERAL';
    },
  };
}

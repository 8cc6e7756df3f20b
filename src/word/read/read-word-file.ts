import { checkIsPackage } from '../../ooxml/check-is-package.js';
import { openParts, type Parts } from '../../ooxml/open-parts.js';
import { readLinks, readRelations, type Relation } from '../../ooxml/read-relations.js';
import { UnreadablePackage } from '../../ooxml/unreadable-package.js';
import { findChild, listChildren, readXmlTree, type XmlElement } from '../../ooxml/xml-element.js';
import { makeError, makeWarning, type Checked, type Problem } from '../../model/problem.js';
import { createNumbering } from './numbering.js';
import { explainOtherKind, explainPackage, type Explanation } from './explain-package.js';
import { readText } from './read-blocks.js';
import { readComments } from './read-comments.js';
import { readProperties } from './read-properties.js';
import { readStyles } from './read-styles.js';
import type { WordContext } from './story.js';
import type { WordBlock, WordFile, WordNote, WordRunning } from './word-file.js';

/**
 * Reads a .docx or .docm file. Macros, links and pictures are never opened. The value is null if the file cannot be read. `path` is
 * the name of the file for messages.
 */
export function readWordFile(path: string, bytes: Uint8Array): Checked<WordFile | null> {
  const place = { file: path, line: 0, column: 1, part: 'the whole file' };
  const refuse = ({ message, hint }: Explanation): Checked<null> => ({
    value: null,
    problems: [makeError('file-is-readable', place, message, { hint })],
  });
  try {
    checkIsPackage(bytes);
    const parts = openParts(bytes);
    const main = findMain(parts);
    const document = readPart(parts, main);
    const body = findChild(findChild(document, 'document'), 'body');
    if (main === null || !body) return refuse(explainOtherKind(parts.names));
    const problems: Problem[] =
      findChild(body, 'altChunk') === null
        ? []
        : [
            makeWarning('file-is-readable', place, 'the file has another file inside it, which is not read', {
              hint: 'Open it in Word and save it again. Word then joins both.',
            }),
          ];
    return { value: readMain(parts, main, body), problems };
  } catch (error) {
    if (!(error instanceof UnreadablePackage)) throw error;
    return refuse(explainPackage(error));
  }
}

/** Finds the part with the text. A workbook has another one, and so has a presentation. */
function findMain(parts: Parts): string | null {
  const named = readRelations(parts, '').find(({ type }) => type === 'officeDocument')?.target;
  const main = named ?? 'word/document.xml';
  return parts.names.includes(main) && !/^(?:xl|ppt)\//.test(main) ? main : null;
}

function readPart(parts: Parts, name: string | null): XmlElement | null {
  const xml = name === null ? null : parts.read(name);
  return xml === null ? null : readXmlTree(xml);
}

function readMain(parts: Parts, main: string, body: XmlElement): WordFile {
  const relations = readRelations(parts, main);
  const read = (type: string): XmlElement | null =>
    readPart(parts, relations.find((relation) => relation.type === type)?.target ?? null);
  const styles = readStyles(read('styles'));
  const numbering = read('numbering');
  const plain = { styles, findNote: () => [] };
  const makeContext = (part: string | null, findNote: WordContext['findNote']): WordContext => ({
    ...plain,
    findNote,
    numberParagraph: createNumbering(numbering),
    links: part === null ? new Map() : readLinks(parts, part),
  });
  const findTarget = (type: string): string | null =>
    relations.find((relation) => relation.type === type)?.target ?? null;
  const findNote = createNoteFinder(read, (type) => makeContext(findTarget(type), plain.findNote));
  const readRunning = (kind: 'header' | 'footer'): WordRunning[] =>
    listRunning(body, kind, relations).map(({ pages, part }) => ({
      pages,
      blocks: readText(findChild(readPart(parts, part), RUNNING[kind]), makeContext(part, plain.findNote)),
    }));
  const general = readRelations(parts, '');
  const readGeneral = (type: string): XmlElement | null =>
    readPart(parts, general.find((relation) => relation.type === type)?.target ?? null);
  return {
    body: readText(body, makeContext(main, findNote)),
    headers: readRunning('header'),
    footers: readRunning('footer'),
    comments: readComments(
      read('comments'),
      read('commentsExtended'),
      makeContext(findTarget('comments'), plain.findNote),
    ),
    properties: readProperties(readGeneral('core-properties'), readGeneral('custom-properties')),
  };
}

/** Creates the finder of the text of a note. Each note is read once. */
function createNoteFinder(
  read: (type: string) => XmlElement | null,
  makeContext: (type: string) => WordContext,
): WordContext['findNote'] {
  const known = new Map<WordNote['kind'], Map<string, WordBlock[]>>();
  const readNotes = (kind: WordNote['kind']): Map<string, WordBlock[]> => {
    const type = `${kind}s`;
    const context = makeContext(type);
    return new Map(
      listChildren(findChild(read(type), type), kind).map((note) => [
        note.attributes['id'] ?? '',
        readText(note, context),
      ]),
    );
  };
  return (kind, id) => {
    const notes = known.get(kind) ?? readNotes(kind);
    known.set(kind, notes);
    return notes.get(id) ?? [];
  };
}

/** The outermost element of each kind of part. */
const RUNNING = { header: 'hdr', footer: 'ftr' };

/** Lists the headers or footers of all sections, each part once. */
function listRunning(
  body: XmlElement,
  kind: 'header' | 'footer',
  relations: readonly Relation[],
): { pages: WordRunning['pages']; part: string }[] {
  const sections = listChildren(body).flatMap((child) =>
    child.name === 'sectPr' ? [child] : (findChild(findChild(child, 'pPr'), 'sectPr') ?? []),
  );
  const found = new Map<string, WordRunning['pages']>();
  for (const { attributes } of sections.flatMap((section) => listChildren(section, `${kind}Reference`))) {
    const part = relations.find(({ id }) => id === attributes['id'])?.target;
    if (part !== undefined && !found.has(part)) found.set(part, toPages(attributes['type']));
  }
  return [...found].map(([part, pages]) => ({ pages, part }));
}

function toPages(type: string | undefined): WordRunning['pages'] {
  return type === 'first' || type === 'even' ? type : 'all';
}

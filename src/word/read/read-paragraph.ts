import { findChild, readValue, type XmlElement } from '../../ooxml/xml-element.js';
import { collectRuns } from './collect-runs.js';
import { findChange } from './read-change.js';
import { toHeadingLevel, toNumber, type WordStyle } from './read-styles.js';
import type { Around, ReadBlocks, Story } from './story.js';
import type { WordNumbering, WordParagraph, WordRun } from './word-file.js';

/** Reads a paragraph. Its text boxes wait in the story for the caller. */
export function readParagraph(
  element: XmlElement,
  story: Story,
  around: Around,
  readBlocks: ReadBlocks,
): WordParagraph {
  const { styles } = story.context;
  const properties = findChild(element, 'pPr');
  const style = styles.find(readValue(properties, 'pStyle')) ?? styles.defaultParagraph;
  const { runs, bookmarks } = collectRuns(element, { story, around, style, readBlocks });
  const endChange = findChange(findChild(properties, 'rPr')) ?? around.change;
  const isDeleted = endChange?.kind === 'deleted' && runs.every(({ change }) => change?.kind === 'deleted');
  const outline = readValue(properties, 'outlineLvl');
  return {
    kind: 'paragraph',
    style: style && { id: style.id, name: style.name },
    headingLevel: outline === null ? (style?.headingLevel ?? null) : toHeadingLevel(outline),
    numbering: isDeleted || isEmpty(runs, properties) ? null : readNumbering(properties, style, story),
    runs,
    bookmarks,
    endChange,
  };
}

/** An empty paragraph of a numbered style has a number all the same, but the end of a section has none. */
function isEmpty(runs: readonly WordRun[], properties: XmlElement | null): boolean {
  return runs.length === 0 && findChild(properties, 'sectPr') !== null;
}

/** A paragraph's own list comes before that of its style. List 0 takes the number away. */
function readNumbering(
  properties: XmlElement | null,
  style: WordStyle | null,
  { context }: Story,
): WordNumbering | null {
  const numbers = findChild(properties, 'numPr');
  const own = readValue(numbers, 'numId');
  const list = own ?? style?.numId ?? null;
  if (list === null) return null;
  const level = toNumber(readValue(numbers, 'ilvl')) ?? (own === null ? (style?.numLevel ?? null) : null);
  return context.numberParagraph(list, level, style?.id ?? null);
}

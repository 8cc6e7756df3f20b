import { findChild, listChildren, type XmlElement } from '../../ooxml/xml-element.js';
import { chooseAlternative, enterChange, enterControl } from './enter-element.js';
import { moveRange } from './move-range.js';
import { readParagraph } from './read-paragraph.js';
import { readTable } from './read-table.js';
import { startStory, NOTHING_AROUND, type Around, type Story, type WordContext } from './story.js';
import type { WordBlock } from './word-file.js';

/** Reads the paragraphs and tables of a text: the body, a header, a note or a comment. */
export function readText(element: XmlElement | null, context: WordContext): WordBlock[] {
  return readBlocks(element, startStory(context), NOTHING_AROUND);
}

/** Reads the paragraphs and tables inside an element. */
function readBlocks(element: XmlElement | null, story: Story, around: Around): WordBlock[] {
  return listChildren(element).flatMap((child) => readBlock(child, story, around));
}

function readBlock(element: XmlElement, story: Story, around: Around): WordBlock[] {
  if (moveRange(element, story)) return [];
  switch (element.name) {
    case 'p':
      return [readParagraph(element, story, around, readBlocks), ...takeBoxes(story)];
    case 'tbl':
      return [readTable(element, story, around, readBlocks)];
    case 'sdt':
      return readBlocks(findChild(element, 'sdtContent'), story, enterControl(element, around));
    case 'AlternateContent':
      return readBlocks(chooseAlternative(element), story, around);
    default:
      return /Pr$/.test(element.name) ? [] : readBlocks(element, story, enterChange(element, around));
  }
}

function takeBoxes(story: Story): WordBlock[] {
  const { boxes } = story;
  story.boxes = [];
  return boxes;
}

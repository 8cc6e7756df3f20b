import type { XmlElement } from '../../ooxml/xml-element.js';
import type { WordBlock, WordChange, WordNote } from './word-file.js';
import type { NumberParagraph } from './numbering.js';
import type { WordStyles } from './read-styles.js';

/** The other parts of the file that the reader of a text looks up. */
export interface WordContext {
  styles: WordStyles;
  numberParagraph: NumberParagraph;
  /** Web addresses by the ids of relations. */
  links: ReadonlyMap<string, string>;
  findNote: (kind: WordNote['kind'], id: string) => WordBlock[];
}

/** A field that is open: its instruction comes first, then its result. */
interface OpenField {
  instruction: string;
  isInResult: boolean;
}

/** The ranges and fields that are open where the reader is. Ranges may start in one paragraph and end in another. */
export interface Story {
  context: WordContext;
  comments: OpenRanges;
  bookmarks: OpenRanges;
  fields: OpenField[];
  /** Text boxes of the paragraph that is being read. */
  boxes: WordBlock[];
}

/** The surroundings of an element, from the elements that it is inside. */
export interface Around {
  change: WordChange | null;
  /** True for text that was inserted and then deleted again. It is in neither version. */
  isGone: boolean;
  control: string | null;
  link: string | null;
}

/** Reads the paragraphs and tables inside an element. */
export type ReadBlocks = (element: XmlElement | null, story: Story, around: Around) => WordBlock[];

export const NOTHING_AROUND: Around = { change: null, isGone: false, control: null, link: null };

/** Ranges, such as bookmarks, that overlap as they please. */
interface OpenRanges {
  open: (id: string, name: string) => void;
  close: (id: string) => void;
  /** The names of those that are open. The same array until one opens or closes. */
  list: () => string[];
}

/** A text has a few ranges around it. A file with more at one place is malicious, and the rest is ignored. */
const MOST_OPEN = 100;

/** Creates the state of a reader at the start of a text. */
export function startStory(context: WordContext): Story {
  return { context, comments: trackRanges(), bookmarks: trackRanges(), fields: [], boxes: [] };
}

function trackRanges(): OpenRanges {
  const names = new Map<string, string>();
  let listed: string[] = [];
  const relist = (): void => {
    listed = [...names.values()];
  };
  return {
    open: (id, name) => {
      if (names.size >= MOST_OPEN) return;
      names.set(id, name);
      relist();
    },
    close: (id) => {
      if (names.delete(id)) relist();
    },
    list: () => listed,
  };
}

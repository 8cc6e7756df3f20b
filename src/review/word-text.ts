import { normaliseCharacter } from './passage.js';
import { getText } from '../word/read/get-text.js';
import type { WordBlock, WordChange, WordParagraph, WordRun } from '../word/read/word-file.js';

/** A change of one author at one place of a paragraph. */
export interface Hunk {
  /** The deleted characters, as offsets in the text before the changes. */
  from: number;
  to: number;
  inserted: WordRun[];
  /** The runs that are deleted. */
  deleted: WordRun[];
  author: string;
  date: string | null;
}

/** A paragraph of a returned file, with its tracked changes. */
export interface ReturnedParagraph {
  /** The text before the changes. A character that ends a paragraph stands where an author joined two. */
  before: string;
  /** The text with all changes. */
  after: string;
  hunks: Hunk[];
  bookmarks: string[];
  /** The ids of the comments on its text. */
  comments: string[];
  runs: WordRun[];
  /** True if all of its text is deleted. */
  isDeleted: boolean;
  /** True if all of its text is inserted. */
  isInserted: boolean;
  /** True for an item of a list, or a numbered paragraph. */
  isInList: boolean;
  isInTable: boolean;
  /** The deletion of its end, which joined the next paragraph to it. Null if nothing did. */
  join: WordChange | null;
  /** The heading level, or null. */
  headingLevel: number | null;
}

/** The character in `inserted` texts that ends a paragraph. */
export const PARAGRAPH_END = '\u2029';

/** Lists the paragraphs of a returned file. Paragraphs that an author made by splitting one are one again. */
export function listReturned(blocks: readonly WordBlock[]): ReturnedParagraph[] {
  return rejoin(flatten(blocks, false)).map(toReturned);
}

interface Flat {
  paragraph: WordParagraph;
  isInTable: boolean;
}

function flatten(blocks: readonly WordBlock[], isInTable: boolean): Flat[] {
  return blocks.flatMap((block): Flat[] =>
    block.kind === 'paragraph'
      ? [{ paragraph: block, isInTable }]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => flatten(cell.blocks, true))),
  );
}

/** An inserted end between two texts that were there before split a paragraph. */
function rejoin(flats: readonly Flat[]): Flat[] {
  const joined: Flat[] = [];
  for (const flat of flats) {
    const last = joined.at(-1);
    const end = last?.paragraph.endChange;
    if (last && end?.kind === 'inserted' && wasThere(last.paragraph) && wasThere(flat.paragraph))
      joined[joined.length - 1] = { ...last, paragraph: joinParagraphs(last.paragraph, flat.paragraph) };
    else joined.push(flat);
  }
  return joined;
}

function wasThere({ runs }: WordParagraph): boolean {
  return runs.some(({ change, text }) => change?.kind !== 'inserted' && text.trim() !== '');
}

function joinParagraphs(first: WordParagraph, second: WordParagraph): WordParagraph {
  const model = first.runs.at(-1) ?? second.runs[0];
  const end = model && {
    ...model,
    text: PARAGRAPH_END,
    change: first.endChange,
    control: null,
    field: null,
    note: null,
    picture: null,
  };
  return {
    ...first,
    runs: [...first.runs, ...(end ? [end] : []), ...second.runs],
    bookmarks: [...new Set([...first.bookmarks, ...second.bookmarks])],
    endChange: second.endChange,
  };
}

function toReturned({ paragraph, isInTable }: Flat): ReturnedParagraph {
  const { runs, bookmarks, numbering, endChange, headingLevel } = paragraph;
  const texts = runs.filter(({ text }) => text.trim() !== '');
  const isAll = (kind: 'inserted' | 'deleted'): boolean =>
    texts.length > 0 && texts.every(({ change }) => change?.kind === kind);
  return {
    ...splitHunks(runs),
    after: normalise(getText(paragraph, 'after')),
    bookmarks,
    comments: [...new Set(runs.flatMap(({ comments }) => comments))],
    runs,
    isDeleted: isAll('deleted'),
    isInserted: isAll('inserted'),
    isInList: numbering !== null,
    isInTable,
    join: endChange?.kind === 'deleted' && !isAll('deleted') ? endChange : null,
    headingLevel,
  };
}

/** Collects the changes of a paragraph. Neighbours by one author are one change. */
function splitHunks(runs: readonly WordRun[]): Pick<ReturnedParagraph, 'before' | 'hunks'> {
  let before = '';
  const hunks: Hunk[] = [];
  let isOpen = false;
  for (const run of runs) {
    const text = normalise(run.text);
    const { change } = run;
    if (change === null) {
      isOpen &&= text === '';
      before += text;
      continue;
    }
    let open = hunks.at(-1);
    if (!open || !isOpen || open.author !== change.author) {
      open = {
        from: before.length,
        to: before.length,
        inserted: [],
        deleted: [],
        author: change.author,
        date: change.date,
      };
      hunks.push(open);
      isOpen = true;
    }
    if (change.kind === 'inserted') open.inserted.push(run);
    else {
      open.deleted.push(run);
      before += text;
      open.to = before.length;
    }
    open.date = latest(open.date, change.date);
  }
  return { before, hunks };
}

function normalise(text: string): string {
  return Array.from(text.replaceAll('\u00ad', ''), normaliseCharacter).join('');
}

function latest(first: string | null, second: string | null): string | null {
  return (first ?? '') > (second ?? '') ? first : second;
}

/** Returns the text that a change inserts. */
export function getInsertedText({ inserted }: Hunk): string {
  return inserted.map(({ text }) => text).join('');
}

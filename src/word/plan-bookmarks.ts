import { listInlineRuns } from '../model/blocks/block.js';
import type { Document } from '../model/document.js';
import { walkInlines, type Inline } from '../model/inline.js';
import { listBlocks } from '../model/list-sections.js';
import { makeBookmarkName } from './make-bookmark-name.js';

/** The labels of parts of the paper, by anchor. */
export type Labels = Readonly<Record<string, string>>;

/** The bookmarks of a Word document. */
export interface Bookmarks {
  /** Returns the name of the bookmark at an anchor. Null if nothing needs one. */
  find: (anchor: string) => string | null;
  /** Returns the name of the bookmark around the number in a caption. Null if no text cites it. */
  findNumber: (anchor: string) => string | null;
  /** Returns the name of the bookmark around the first mark of a footnote. Null if it has one mark. */
  findMark: (anchor: string) => string | null;
}

/**
 * Plans the bookmarks. A part with a label has a bookmark that is named for it. Other places have a bookmark only if a text leads to
 * them. Word does not list those: their names start with an underscore.
 */
export function planBookmarks(document: Document, labels: Labels): Bookmarks {
  const inlines = listBlocks(document).flatMap((block) =>
    listInlineRuns(block).flatMap((run) => [...walkInlines(run)]),
  );
  const targets = new Set(inlines.flatMap(listTargets));
  const repeated = new Set(
    inlines.flatMap((inline) => (inline.kind === 'footnote' && !inline.isFirst ? [inline.target] : [])),
  );
  return {
    find: (anchor) => {
      const label = labels[anchor];
      if (label !== undefined) return makeBookmarkName(label);
      return targets.has(anchor) ? hide(anchor) : null;
    },
    findNumber: (anchor) => (targets.has(anchor) ? hide(`${anchor} number`) : null),
    findMark: (anchor) => (repeated.has(anchor) ? hide(`${anchor} mark`) : null),
  };
}

function listTargets(inline: Inline): string[] {
  if (inline.kind !== 'reference') return [];
  return [inline.target, inline.end].filter((target) => typeof target === 'string');
}

/** The characters that Word allows in a name, less the underscore. */
const LONGEST = 39;

/** An anchor is hashed when its name is too long with the underscore. */
function hide(anchor: string): string {
  const name = makeBookmarkName(anchor);
  return `_${name.length <= LONGEST ? name : makeBookmarkName(` ${anchor}`).slice(-LONGEST)}`;
}

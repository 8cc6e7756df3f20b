import { PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext } from '@cantoo/pdf-lib';
import type { Bookmark } from './pack-builder.js';
import { makeText } from './rename-entries.js';

/** Writes the bookmarks of a pack: one for each part, closed, with the part's own below it (ISO 32000-1, 12.3.3). */
export function writeOutline(context: PDFContext, root: PDFRef, bookmarks: readonly Bookmark[]): void {
  const [first, last] = [bookmarks[0], bookmarks.at(-1)];
  if (!first || !last) return;
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: first.ref, Last: last.ref, Count: bookmarks.length }),
  );
  for (const [index, { ref, title, destination, below }] of bookmarks.entries())
    context.assign(
      ref,
      context.obj({
        Title: makeText(title),
        Parent: root,
        ...(bookmarks[index - 1] && { Prev: bookmarks[index - 1]?.ref }),
        ...(bookmarks[index + 1] && { Next: bookmarks[index + 1]?.ref }),
        Dest: destination,
        ...(below && { First: below.first, Last: below.last, Count: -adoptItems(context, ref, below.first) }),
      }),
    );
}

/** Puts the items from `first` on below a bookmark. Returns the number of items that show when it is opened. */
function adoptItems(context: PDFContext, parent: PDFRef, first: PDFRef): number {
  let shown = 0;
  for (let ref: unknown = first; ref instanceof PDFRef;) {
    const item = context.lookup(ref, PDFDict);
    item.set(PDFName.of('Parent'), parent);
    shown += 1 + Math.max(0, item.lookupMaybe(PDFName.of('Count'), PDFNumber)?.asNumber() ?? 0);
    ref = item.get(PDFName.of('Next'));
  }
  return shown;
}

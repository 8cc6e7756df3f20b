import { findChild, listChildren, type XmlElement } from '../../ooxml/xml-element.js';
import { getBlocksText } from './get-text.js';
import { isSwitchedOn } from './is-switched-on.js';
import { readText } from './read-blocks.js';
import type { WordContext } from './story.js';
import type { WordComment } from './word-file.js';

/** Reads the comments. A second part of the file says which comment answers which, and which is resolved. */
export function readComments(
  root: XmlElement | null,
  extended: XmlElement | null,
  context: WordContext,
): WordComment[] {
  const comments = listChildren(findChild(root, 'comments'), 'comment');
  const threads = new Map(
    listChildren(findChild(extended, 'commentsEx'), 'commentEx').map(({ attributes }) => [
      attributes['paraId'] ?? '',
      attributes,
    ]),
  );
  const byParagraph = new Map(
    comments.map((comment) => [getThreadId(comment), comment.attributes['id'] ?? '']),
  );
  return comments.map((comment) => {
    const { id = '', author = '', date = null } = comment.attributes;
    const thread = threads.get(getThreadId(comment));
    return {
      id,
      author,
      date,
      text: getBlocksText(readText(comment, context), 'after').trim(),
      parent: byParagraph.get(thread?.['paraIdParent'] ?? '') ?? null,
      isResolved: isSwitchedOn(thread?.['done'] ?? '0'),
    };
  });
}

/** A comment is known in its thread by its last paragraph. */
function getThreadId(comment: XmlElement): string {
  return listChildren(comment, 'p').at(-1)?.attributes['paraId'] ?? `no thread: ${comment.attributes['id']}`;
}

import type { XmlElement } from '../../ooxml/xml-element.js';
import type { Story } from './story.js';

/** Opens or closes a bookmark or a comment. Returns true if the element does that. */
export function moveRange({ name, attributes }: XmlElement, story: Story): boolean {
  const { id = '', name: bookmark = '' } = attributes;
  switch (name) {
    case 'bookmarkStart':
      if (bookmark !== '' && bookmark !== '_GoBack') story.bookmarks.open(id, bookmark);
      return true;
    case 'bookmarkEnd':
      story.bookmarks.close(id);
      return true;
    case 'commentRangeStart':
      story.comments.open(id, id);
      return true;
    case 'commentRangeEnd':
      story.comments.close(id);
      return true;
    default:
      return false;
  }
}

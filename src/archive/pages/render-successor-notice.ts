import { markup, type Html } from '../../markup/markup.js';
import type { ArchiveOwner } from './archive-owner.js';

/** Renders the notice that another body has replaced the authority. Null if none has. */
export function renderSuccessorNotice({ authority, successor }: ArchiveOwner): Html | null {
  if (!successor) return null;
  return markup`<div class="notice" role="note">
<p><strong>Archive of the ${authority}.</strong> ${successor.notice}</p>
</div>
`;
}

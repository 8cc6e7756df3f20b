import { markup, type Html } from '../../markup/markup.js';
import type { Keeper } from './derive-pages.js';

/** What a reader is told where another body has taken the authority's place. */
export function keeperNotice({ authority, successor }: Keeper): Html | null {
  if (!successor) return null;
  return markup`<div class="notice" role="note">
<p><strong>Archive of the ${authority}.</strong> ${successor.notice}</p>
</div>
`;
}

import { markup, type Html } from '../../markup/markup.js';
import type { Change } from '../describe/list-changes.js';
import type { Signposts } from './make-signposts.js';

/** The links to the changes, by the id of the change. */
export type Targets = Map<string, { href: string; change: Change }>;

/** Makes the link to each change. */
export function mapTargets(changes: readonly Change[], signposts: Signposts): Targets {
  return new Map(
    changes.map((change) => [change.id, { href: `#${signposts.get(change.item)?.id ?? ''}`, change }]),
  );
}

/** Renders links to changes, separated by commas. */
export function renderChangeLinks(places: readonly { id: string; name: string }[], targets: Targets): Html {
  const links = places.map(({ id, name }) => renderLink(id, name, targets));
  return markup`${links.map((link, index) => (index === 0 ? link : markup`, ${link}`))}`;
}

function renderLink(id: string, name: string, targets: Targets): Html {
  const target = targets.get(id);
  return markup`<a href="${target?.href ?? ''}">${name}${target ? formatOldNumber(target.change) : ''}</a>`;
}

/** Formats the old number of a part that is only renumbered. */
function formatOldNumber({ how, item }: Change): string {
  const before = how[0] === 'renumbered' && 'before' in item ? item.before : null;
  return typeof before === 'object' && before?.number ? ` (was ${before.number})` : '';
}

import type { Change } from '../describe/list-changes.js';

/** The links for a change on the page. */
export interface Signpost {
  change: Change;
  /** The id of the change's element. */
  id: string;
  /** The ids of the changes before and after. Null at either end. */
  previous: string | null;
  next: string | null;
  /** True if only the number changed. The part shows its old number, so readers need not stop there. */
  isQuiet: boolean;
}

/** The signposts by the changed part. */
export type Signposts = Map<Change['item'], Signpost>;

/** Links each change to the one before it and the one after it. */
export function makeSignposts(changes: readonly Change[]): Signposts {
  const stops = changes.filter((change) => !isOnlyRenumbered(change)).map(findId);
  const orders = new Map(stops.map((id, index) => [id, index]));
  return new Map(
    changes.map((change) => {
      const id = findId(change);
      const order = orders.get(id);
      const previous = order === undefined ? null : (stops[order - 1] ?? null);
      const next = order === undefined ? null : (stops[order + 1] ?? null);
      return [change.item, { change, id, previous, next, isQuiet: order === undefined }];
    }),
  );
}

function isOnlyRenumbered({ how }: Change): boolean {
  return how.length === 1 && how[0] === 'renumbered';
}

/** Returns the anchor of a part that is only renumbered, because it gets no element of its own. */
function findId(change: Change): string {
  return (isOnlyRenumbered(change) ? findAnchor(change) : null) ?? `_${change.id}`;
}

function findAnchor({ item }: Change): string | null {
  return 'after' in item && typeof item.after === 'object' ? (item.after?.anchor ?? null) : null;
}

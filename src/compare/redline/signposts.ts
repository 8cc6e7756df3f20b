import type { Change } from '../describe/list-changes.js';

/** Where a change stands on the redline page, and the changes before and after it. */
export interface Signpost {
  change: Change;
  /** Of the element to lead to. */
  id: string;
  previous: string | null;
  next: string | null;
  /** A new number alone is no stop on the way: its paragraph shows it. */
  quiet: boolean;
}

/** By what changed. */
export type Guide = Map<Change['item'], Signpost>;

export function signposts(changes: readonly Change[]): Guide {
  const stops = changes.filter((change) => !isQuiet(change)).map(idOf);
  const orders = new Map(stops.map((id, index) => [id, index]));
  return new Map(
    changes.map((change) => {
      const id = idOf(change);
      const order = orders.get(id) ?? -1;
      const quiet = isQuiet(change);
      const at = (index: number): string | null => (quiet ? null : (stops[index] ?? null));
      return [change.item, { change, id, previous: at(order - 1), next: at(order + 1), quiet }];
    }),
  );
}

function isQuiet({ how }: Change): boolean {
  return how.length === 1 && how[0] === 'renumbered';
}

function idOf(change: Change): string {
  const { item } = change;
  const anchor = 'after' in item && typeof item.after === 'object' ? item.after?.anchor : undefined;
  return isQuiet(change) && anchor !== undefined ? anchor : `_${change.id}`;
}

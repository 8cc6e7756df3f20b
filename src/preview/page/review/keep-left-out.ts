import type { ReviewedChange } from '../../review/review-facts.js';

/** The changes that the author does not want. */
interface LeftOut {
  has: (change: ReviewedChange) => boolean;
  set: (change: ReviewedChange, isLeftOut: boolean) => void;
}

/** Keeps the changes that are left out, as long as the tab is open. Each preview has an address of its own. */
export function keepLeftOut(): LeftOut {
  const key = `left-out ${location.pathname}`;
  const keys = new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[]); // written below
  const getKey = ({ number, before, after }: ReviewedChange): string =>
    JSON.stringify([number, before, after]);
  return {
    has: (change) => keys.has(getKey(change)),
    set: (change, isLeftOut) => {
      if (isLeftOut) keys.add(getKey(change));
      else keys.delete(getKey(change));
      sessionStorage.setItem(key, JSON.stringify([...keys]));
    },
  };
}

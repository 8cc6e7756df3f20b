/** A part of a list: number 1 of 3 is the first third. */
export interface Shard {
  number: number;
  of: number;
}

/** Selects every n-th item. Neighbours go to different shards, because the papers of one kind take equally long. */
export function selectShard<Item>(items: readonly Item[], { number, of }: Shard): Item[] {
  return items.filter((_item, index) => getShardNumber(index, of) === number);
}

/** Returns the number of the shard that an item belongs to, from 1. `index` counts from 0. */
export function getShardNumber(index: number, of: number): number {
  return (index % of) + 1;
}

/** The map without what was left out or is still empty: a figure has either something to say or no such key. */
export function given<T extends object>(map: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined && value !== null),
  ) as never;
}

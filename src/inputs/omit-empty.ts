/** Returns the map without keys whose value is undefined or null. Empty keys then read like missing ones. */
export function omitEmpty<T extends object>(map: T): { [K in keyof T]?: Exclude<T[K], undefined | null> } {
  // The filter makes this true; `Object.fromEntries` cannot say so.
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: Exclude<T[K], undefined | null> };
}

/** Something that can be found again in a later text: its name, and how far it stands below the top of the window. */
export interface Landmark {
  name: string;
  top: number;
}

/** Where a reader is: the landmarks down to the one at the top of the window, and how far from there the last of them stands. */
export interface ReadingPlace {
  names: string[];
  offset: number;
}

export function readingPlace(landmarks: Landmark[]): ReadingPlace {
  const above = landmarks.filter(({ top }) => top <= 1);
  return { names: above.map(({ name }) => name), offset: above.at(-1)?.top ?? 0 };
}

/** How far to scroll to bring the same words to the same height; where they are gone, what stood before them. */
export function wayBack({ names, offset }: ReadingPlace, landmarks: Landmark[]): number {
  const tops = new Map(landmarks.map(({ name, top }) => [name, top]));
  const last = names.findLast((name) => tops.has(name));
  if (last === undefined) return 0;
  return (tops.get(last) ?? 0) - (last === names.at(-1) ? offset : 0);
}

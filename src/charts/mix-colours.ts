/** Mixes a colour, `#rrggbb`, with white. A share of 0 keeps the colour, and 1 is white. */
export function mixWithWhite(colour: string, share: number): string {
  return `#${readChannels(colour)
    .map((channel) => Math.round(channel + (255 - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Returns true if white text on a colour is easier to read than dark text. */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = readChannels(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}

function readChannels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

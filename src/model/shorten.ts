const LONGEST = 60;

/** Shortens a text that a message quotes. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** "A" … "Z", "AA": the letter of the nth section, from 1. */
function letterOf(n: number): string {
  return n > 26
    ? letterOf(Math.floor((n - 1) / 26)) + letterOf(((n - 1) % 26) + 1)
    : String.fromCharCode(64 + n);
}

/** A number in the scheme that the template names. */
export function inScheme(n: number, scheme: 'letters' | 'numbers' | 'none'): string | null {
  if (scheme === 'none') return null;
  return scheme === 'letters' ? letterOf(n) : String(n);
}

/** The level of a Markdown heading below its section. */
export function headingLevel(depth: number): 1 | 2 | 3 {
  return depth <= 2 ? 1 : depth === 3 ? 2 : 3;
}

/** Gives out anchors, each once: a second `notes` becomes `notes-2`. */
export function anchorGiver(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let anchor = wanted || 'part';
    for (let n = 2; given.has(anchor); n++) anchor = `${wanted || 'part'}-${n}`;
    given.add(anchor);
    return anchor;
  };
}

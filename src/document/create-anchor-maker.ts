/** pdfmake keeps nodes by id in an array, so the names of an array's own members are taken: map, find, entries. */
const TAKEN = Object.getOwnPropertyNames(Array.prototype);

/** Creates a function that makes unique anchors: a second `notes` becomes `notes-2`. An empty text becomes `part`. */
export function createAnchorMaker(): (preferred: string) => string {
  const anchors = new Set<string>(TAKEN);
  return (preferred) => {
    const base = preferred || 'part';
    let anchor = base;
    for (let count = 2; anchors.has(anchor); count++) anchor = `${base}-${count}`;
    anchors.add(anchor);
    return anchor;
  };
}

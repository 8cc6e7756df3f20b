/** Creates a function that makes unique anchors: a second `notes` becomes `notes-2`. An empty text becomes `part`. */
export function createAnchorMaker(): (preferred: string) => string {
  const anchors = new Set<string>();
  return (preferred) => {
    const base = preferred || 'part';
    let anchor = base;
    for (let count = 2; anchors.has(anchor); count++) anchor = `${base}-${count}`;
    anchors.add(anchor);
    return anchor;
  };
}

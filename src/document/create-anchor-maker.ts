/** Creates a function that makes unique anchors: a second `notes` becomes `notes-2`. An empty wish becomes `part`. */
export function createAnchorMaker(): (wish: string) => string {
  const anchors = new Set<string>();
  return (wish) => {
    const base = wish || 'part';
    let anchor = base;
    for (let count = 2; anchors.has(anchor); count++) anchor = `${base}-${count}`;
    anchors.add(anchor);
    return anchor;
  };
}

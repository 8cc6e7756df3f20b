import type { ChangeKind, Comparison } from './comparison.js';

/** Returns true if a reader would find no difference between the two versions. */
export function isIdentical({ metadata, header, sections }: Comparison): boolean {
  return (
    metadata.length === 0 &&
    header.every(isUnchanged) &&
    sections.every(
      (section) =>
        isUnchanged(section) &&
        section.parts.every((part) => part.kind !== 'moved-away' && isUnchanged(part)),
    )
  );
}

function isUnchanged({ how }: { how: ChangeKind[] }): boolean {
  return how.length === 0;
}

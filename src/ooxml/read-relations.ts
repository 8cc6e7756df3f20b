import type { Parts } from './open-parts.js';
import { parseXml } from './parse-xml.js';

/** A part that another part refers to. */
export interface Relation {
  id: string;
  /** The last word of the type's address: `worksheet`. */
  type: string;
  /** The name of the part. */
  target: string;
}

/**
 * Reads the parts that a part refers to. The empty name stands for the file as a whole. Links to other files are left out, and never
 * followed.
 */
export function readRelations(parts: Parts, part: string): Relation[] {
  return listEntries(parts, part).flatMap(({ id, type, target, isOutside }) =>
    isOutside ? [] : [{ id, type, target: resolveTarget(getFolder(part), target) }],
  );
}

/** Reads the addresses outside the file that a part refers to, by the ids of the relations. */
export function readLinks(parts: Parts, part: string): Map<string, string> {
  const outside = listEntries(parts, part).filter(({ isOutside }) => isOutside);
  return new Map(outside.map(({ id, target }) => [id, target]));
}

/** A relation as the file has it. The target may be relative. */
interface Entry extends Relation {
  isOutside: boolean;
}

function listEntries(parts: Parts, part: string): Entry[] {
  const folder = getFolder(part);
  const xml = parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const entries: Entry[] = [];
  if (xml === null) return entries;
  parseXml(xml, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship') return;
      entries.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target,
        isOutside: mode === 'External',
      });
    },
  });
  return entries;
}

/** Returns the folder of a part, with a slash at its end. Empty for the top. */
function getFolder(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** Resolves a target: "/xl/x.xml" from the top, "worksheets/x.xml" and "../x.xml" from the folder. */
function resolveTarget(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of `${target.startsWith('/') ? '' : folder}${target}`.split('/'))
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return names.join('/');
}

import type { Parts } from './open-parts.js';
import { parseXml } from './parse-xml.js';

/** A part, or an address outside the file, that a part refers to. */
export interface Relation {
  id: string;
  /** The last word of the type's address: `worksheet`. */
  type: string;
  /** The name of the part. */
  target: string;
}

/**
 * Reads what a part refers to. The empty name stands for the file as a whole. Links to other files are left out, and never followed.
 */
export function readRelations(parts: Parts, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (xml === null) return relations;
  parseXml(xml, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(folder, target),
      });
    },
  });
  return relations;
}

/** Resolves a target: "/xl/x.xml" from the top, "worksheets/x.xml" and "../x.xml" from the folder. */
function resolveTarget(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of `${target.startsWith('/') ? '' : folder}${target}`.split('/'))
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  return names.join('/');
}

/** Reads the addresses outside the file that a part refers to, by the ids of the relations. */
export function readLinks(parts: Parts, part: string): Map<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = parts.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const links = new Map<string, string>();
  if (xml === null) return links;
  parseXml(xml, {
    open: (name, { Id: id = '', Target: target = '', TargetMode: mode }) => {
      if (name === 'Relationship' && mode === 'External') links.set(id, target);
    },
  });
  return links;
}

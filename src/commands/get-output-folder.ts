import type { Access } from '../model/exemption.js';

/** Returns the folder of a paper's working copy, with `/`. What must not be published has a folder of its own. */
export function getOutputFolder(period: string, paper: string, access: Access = 'public'): string {
  return access === 'exempt' ? `output/exempt/${period}/${paper}` : `output/${period}/${paper}`;
}

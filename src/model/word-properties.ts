import type { Access } from './exemption.js';

/** The origin of a Word document. The file has it as properties, so that a returned one can be matched with the paper. */
export interface WordOrigin {
  period: string;
  paper: string;
  access: Access;
  /** The edition as the paper prints it: "Draft of 20 March 2009". */
  edition: string;
  /** The fingerprint of the sources, as `computeFingerprint` returns it. */
  sources: string;
}

/** The name of each property in `docProps/custom.xml`. */
export const WORD_PROPERTIES: Record<keyof WordOrigin, string> = {
  period: 'Period',
  paper: 'Paper',
  access: 'Access',
  edition: 'Edition',
  sources: 'Sources',
};

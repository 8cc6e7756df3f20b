import type { OpenPdf } from './open-pdf.js';

/** A PDF that becomes a part of a pack. */
export interface PackPart {
  /** Lower-case letters, digits and hyphens. Unique in the pack: it keeps apart what the parts call alike. */
  name: string;
  /** The title for screen readers and bookmarks. */
  title: string;
  pdf: OpenPdf;
}

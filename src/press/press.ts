import type { BuildRecord } from '../sources/build-record.js';
import type { PackedFile } from '../sources/pack-sources.js';
import type { Document } from '../model/document.js';
import type { DrawingPlans, Drawings } from '../model/drawing.js';
import type { Look } from '../model/look.js';
import type { Theme } from '../model/theme.js';
import type { WordOrigin } from '../model/word-properties.js';
import type { FontFiles } from '../model/typeface.js';

/**
 * Draws, packs and typesets, in this thread or in a worker. All data is plain, and every press makes the same
 * bytes.
 */
export interface Press {
  /** `fonts` are the files of the theme's typeface. Null for the program's own. */
  draw: (plans: DrawingPlans, theme: Theme, fonts: FontFiles | null) => Promise<Drawings>;
  /** Returns the zip archive that the PDF embeds. The same bytes can be built again from it. */
  pack: (files: PackedFile[], record: BuildRecord) => Promise<Uint8Array>;
  typeset: (job: TypesetJob) => Promise<TypesetFiles>;
  /**
   * Packs the sources, and typesets the paper with them, for a preview. A caller that is busy would otherwise keep a worker waiting
   * between the two. Parts that are the same as in the last paper are kept.
   */
  packAndTypeset: (job: UnpackedJob) => Promise<TypesetFiles>;
  /** Returns the bytes of a Word document. */
  writeWord: (job: WordJob) => Promise<Uint8Array>;
}

/** A press whose worker can be stopped. */
export interface StoppablePress extends Press {
  /** Ends the worker after the jobs that it has already received. */
  stop: () => Promise<void>;
}

export interface TypesetJob extends Look {
  document: Document;
  /** The zip archive that `pack` returned. */
  sources: Uint8Array;
}

/** A job whose sources are not packed yet. */
interface UnpackedJob extends Omit<TypesetJob, 'sources'> {
  files: PackedFile[];
  record: BuildRecord;
}

export interface WordJob extends Look {
  document: Document;
  /** The labels of the document's parts, by their anchor. */
  labels: Record<string, string>;
  origin: WordOrigin;
}

export interface TypesetFiles {
  pdf: Uint8Array;
  /** The bytes of `figures.csv`, which the PDF embeds too. */
  figures: Uint8Array;
  /** The bytes of the description of its columns. */
  figuresDescription: Uint8Array;
}

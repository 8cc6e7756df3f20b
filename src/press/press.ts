import type { BuildRecord } from '../sources/build-record.js';
import type { PackedFile } from '../sources/pack-sources.js';
import type { Document } from '../model/document.js';
import type { DrawingPlans, Drawings } from '../model/drawing.js';
import { noCache, type Cache } from '../model/cache.js';
import type { Theme } from '../model/theme.js';

/** Where drawings and PDFs are made: in this thread, or in one beside it. Plain data in and out; both give the same bytes. */
export interface Press {
  draw: (plans: DrawingPlans, theme: Theme) => Promise<Drawings>;
  /** The zip archive that goes into the PDF, from which the same bytes can be made again. */
  pack: (files: PackedFile[], record: BuildRecord) => Promise<Uint8Array>;
  typeset: (job: TypesetJob) => Promise<Typeset>;
}

export interface TypesetJob {
  document: Document;
  theme: Theme;
  /** As `pack` gave it. */
  sources: Uint8Array;
}

export interface Typeset {
  pdf: Uint8Array;
  /** `figures.csv`, which the PDF holds too. */
  figures: Uint8Array;
}

/** The press in this thread. Its libraries are loaded when they are first needed: checking a paper goes without them. */
export function pressHere(cache: Cache = noCache): Press {
  return {
    draw: async (plans, theme) => (await import('../charts/draw-plans.js')).drawPlans(plans, theme, cache),
    pack: async (...given) => (await import('../sources/pack-sources.js')).packSources(...given),
    typeset: async (job) => (await import('./typeset.js')).typeset(job),
  };
}

import { noCache, type Cache } from '../model/cache.js';
import type { Press } from './press.js';

/**
 * Returns a press that works in this thread. It loads a library at its first use, so that checking a paper
 * loads none.
 */
export function createInProcessPress(cache: Cache = noCache): Press {
  const pack: Press['pack'] = async (files, record) =>
    (await import('../sources/pack-sources.js')).packSources(files, record);
  return {
    draw: async (plans, theme, fonts) =>
      (await import('../charts/draw-plans.js')).drawPlans(plans, { theme, fonts }, cache),
    pack,
    typeset: async (job) => (await import('./typeset.js')).typeset(job, noCache),
    packAndTypeset: async ({ files, record, ...job }) =>
      (await import('./typeset.js')).typeset({ ...job, sources: await pack(files, record) }, cache),
    writeWord: async (job) => (await import('./write-word.js')).writeWord(job),
  };
}

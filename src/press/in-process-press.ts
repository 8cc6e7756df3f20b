import { noCache, type Cache } from '../model/cache.js';
import type { Press } from './press.js';

/**
 * Returns a press that works in this thread. It loads a library at its first use, so that checking a paper
 * loads none.
 */
export function createInProcessPress(cache: Cache = noCache): Press {
  const press: Omit<Press, 'packAndTypeset'> = {
    draw: async (plans, theme, fonts) =>
      (await import('../charts/draw-plans.js')).drawPlans(plans, { theme, fonts }, cache),
    pack: async (files, record) => (await import('../sources/pack-sources.js')).packSources(files, record),
    typeset: async (job) => (await import('./typeset.js')).typeset(job),
  };
  return {
    ...press,
    packAndTypeset: async ({ files, record, ...job }) =>
      press.typeset({ ...job, sources: await press.pack(files, record) }),
  };
}

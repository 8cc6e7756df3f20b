import type { Cache } from '../model/cache.js';
import type { Inputs } from '../model/inputs.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Template } from '../model/template.js';
import type { Theme } from '../model/theme.js';
import type { Enumeration } from './enumerate.js';

/** The parts of a paper that every block and sentence may refer to. */
export interface DocumentContext {
  manuscript: Manuscript;
  template: Template;
  /** Decides the size of pictures. */
  theme: Theme;
  /** The picture files, by path. */
  pictures: Inputs['pictures'];
  enumeration: Enumeration;
  /** Keeps parsed Markdown. */
  cache: Cache;
}

import type { Manuscript } from '../model/manuscript.js';
import type { Template } from '../model/template.js';
import type { Enumeration } from './enumerate.js';

/** The parts of a paper that every block and sentence may refer to. */
export interface DocumentContext {
  manuscript: Manuscript;
  template: Template;
  enumeration: Enumeration;
}

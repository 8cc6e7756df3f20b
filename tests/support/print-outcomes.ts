import type { Copy } from './run-papers.js';

/**
 * Lets the method note of the reference paper print a sentence on each measure. Its own template leaves single results to its tables,
 * but some tests are about those sentences.
 */
export function printOutcomes(copy: Copy): void {
  copy.change('templates/tp-thematic-performance/appendices/appendix-method.md.hbs', (text) =>
    text.replace('{{> recent-results}}', '$& {{> outcomes}}'),
  );
}

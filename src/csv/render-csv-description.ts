import type { Document } from '../model/document.js';
import { FIGURE_COLUMNS } from './figure-columns.js';

/**
 * Renders `figures.csv-metadata.json`, which describes `figures.csv` to programs (W3C, CSV on the Web, 2015). The standard
 * finds it by this name.
 */
export function renderCsvDescription({ title, subject, language, masthead, madeAt }: Document): string {
  const description = {
    '@context': 'http://www.w3.org/ns/csvw',
    url: 'figures.csv',
    'dc:title': `Figures of: ${title}`,
    'dc:description': subject,
    'dc:language': language,
    'dc:publisher': masthead.authority,
    'dc:date': madeAt.toISOString().slice(0, 10),
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: FIGURE_COLUMNS.map(({ name, datatype, description }) => ({
        name,
        titles: name,
        datatype,
        'dc:description': description,
      })),
    },
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

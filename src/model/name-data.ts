import { slugify } from './slugify.js';

/**
 * Names a row, column or group of a data set for templates: "Public order" is `public-order`, "Children's services"
 * `childrens-services`, and "Café" `cafe`.
 */
export function nameData(text: string): string {
  return slugify(text.normalize('NFKD').replace(/[\p{M}'’]/gu, ''));
}

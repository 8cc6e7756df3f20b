import { hashForPolicy } from './hash-for-policy.js';

/** Formats the security policy of a page: it allows only the page's own style, and pictures within the page if it has any. */
export function formatPolicy(style: string, hasPictures: boolean): string {
  const pictures = hasPictures ? ' img-src data:;' : '';
  return `default-src 'none'; style-src '${hashForPolicy(style)}';${pictures} base-uri 'none'; form-action 'none'`;
}

import { hashForPolicy } from './hash-for-policy.js';

/** The style, script and pictures that a page may use. */
export interface PageContents {
  style: string;
  /** The page's only script. Null if it has none. */
  script: string | null;
  /** True if the page has pictures, which are in the page itself. */
  hasPictures: boolean;
}

/** Formats the security policy of a page: it allows only the page's own style and script, and pictures within the page. */
export function formatPolicy({ style, script, hasPictures }: PageContents): string {
  return [
    "default-src 'none'",
    `style-src '${hashForPolicy(style)}'`,
    ...(script === null ? [] : [`script-src '${hashForPolicy(script)}'`]),
    ...(hasPictures ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

import { hashForPolicy } from '../../markup/hash-for-policy.js';
import { makeElement, markup, trustHtml, type Html } from '../../markup/markup.js';
import { sha256 } from '../../sha256.js';
import pageStyle from './archive-page.css?raw';

/** A page that the program derives from the archive. */
export interface Page {
  language: string;
  title: string;
  /** The hash of the register that the page was made from, to detect an outdated page. Null if that does not matter. */
  register: string | null;
  body: Html;
  /** The page's only script, without which it still works. Null if it has none. */
  script: string | null;
  /** True if the page shows another page in a frame. */
  hasFrames: boolean;
  /** The page that the browser opens instead of this one. */
  leadsTo?: string;
}

/**
 * Renders a whole HTML file that loads nothing and works from a file share. Its content security policy allows only its own
 * style and script, by hash. The last line is a hash of the rest, which reveals an edit by hand.
 */
export function renderSealedPage(page: Page): string {
  const { language, title, register, body, script, leadsTo } = page;
  const { html } = markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${formatPolicy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${leadsTo === undefined ? null : markup`<meta http-equiv="refresh" content="0; url=${leadsTo}">\n`}<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="generator" content="Committee Papers">
${register === null ? null : markup`<meta name="register" content="${register}">\n`}<style>${trustHtml(pageStyle)}</style>
</head>
<body>
${body}${script === null ? null : makeElement('script', {}, trustHtml(script))}
</body>
</html>
`;
  return `${html}<!-- SHA-256 of the text above: ${sha256(html)} -->\n`;
}

function formatPolicy({ script, hasFrames }: Page): string {
  return [
    "default-src 'none'",
    `style-src '${hashForPolicy(pageStyle)}'`,
    ...(script === null ? [] : [`script-src '${hashForPolicy(script)}'`]),
    ...(hasFrames ? ["frame-src 'self' file:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Accepts other words before the hash, because earlier versions of the program wrote others. */
const SEAL_PATTERN = /<!-- sha-?256 of [a-z ]+: ([0-9a-f]{64}) -->\n$/i;

/** Returns true if a page is unchanged since the program wrote it. */
export function isSealed(html: string): boolean {
  const seal = SEAL_PATTERN.exec(html);
  return seal !== null && sha256(html.slice(0, seal.index)) === seal[1];
}

/** Reads the hash of the register that a page was made from. */
export function readRegisterHash(html: string): string | null {
  return /<meta name="register" content="([0-9a-f]{64})">/.exec(html)?.[1] ?? null;
}

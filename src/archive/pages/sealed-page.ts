import { createHash } from 'node:crypto';
import { makeElement, markup, trustHtml, type Html } from '../../markup/markup.js';
import pageStyle from './archive-page.css?raw';
import { sha256 } from '../../sha256.js';

/** A page of the archive's own. */
export interface Page {
  language: string;
  title: string;
  /** What it was made from, by which it is known to be out of date. Null where it does not matter. */
  register: string | null;
  body: Html;
  /** Its only script; it is useful without. Null where it has none. */
  script: string | null;
  /** Whether it shows another page within it. */
  frames: boolean;
}

/**
 * A whole HTML file that asks for no other, and works from a file share: its policy lets nothing in but its own style and
 * script, by hash. Its last line seals it: whether it was changed by hand can be seen from itself.
 */
export function renderSealedPage({ language, title, register, body, script, frames }: Page): string {
  const policy = [
    "default-src 'none'",
    `style-src '${integrity(pageStyle)}'`,
    ...(script === null ? [] : [`script-src '${integrity(script)}'`]),
    ...(frames ? ["frame-src 'self' file:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { html } = markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="generator" content="Committee Papers">
${register === null ? null : markup`<meta name="register" content="${register}">\n`}<style>${trustHtml(pageStyle)}</style>
</head>
<body>
${body}${script === null ? null : makeElement('script', {}, trustHtml(script))}
</body>
</html>
`;
  return `${html}<!-- sha256 of what stands above: ${sha256(html)} -->\n`;
}

const SEAL = /<!-- sha256 of what stands above: ([0-9a-f]{64}) -->\n$/;

/** Whether a page is as it was written. */
export function isSealed(html: string): boolean {
  const seal = SEAL.exec(html);
  return seal !== null && sha256(html.slice(0, seal.index)) === seal[1];
}

/** The register that a page was made from, by its hash. */
export function readRegisterHash(html: string): string | null {
  return /<meta name="register" content="([0-9a-f]{64})">/.exec(html)?.[1] ?? null;
}

function integrity(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

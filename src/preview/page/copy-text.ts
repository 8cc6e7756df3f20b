import { announce } from './announce.js';

/** Copies a text and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(`Copied: ${text}`);
  } catch {
    announce(`Your browser does not let this page copy. Select the text instead: ${text}`);
  }
}

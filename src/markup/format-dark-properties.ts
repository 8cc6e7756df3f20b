import { formatProperties } from './format-properties.js';

/** Formats CSS custom properties for readers who prefer dark pages. A print is always light. */
export function formatDarkProperties(properties: Record<string, string>): string {
  return `@media screen and (prefers-color-scheme: dark) {\n${formatProperties(properties)}\n}`;
}

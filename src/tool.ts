import packageJson from '../package.json' with { type: 'json' };

/** What makes the papers, as they record it. */
export const TOOL = { name: packageJson.name, version: packageJson.version };

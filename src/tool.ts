import packageJson from '../package.json' with { type: 'json' };

/** The name and version of this program, as papers record it. */
export const TOOL = { name: packageJson.name, version: packageJson.version };

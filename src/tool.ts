import packageJson from '../package.json' with { type: 'json' };

/** What makes the papers, as they record it. */
export const TOOL = { name: packageJson.name, version: packageJson.version };

/** The libraries that it is made of, each with its exact version; one of its own has a folder instead. */
export const LIBRARIES: Record<string, string> = Object.fromEntries(
  Object.entries(packageJson.dependencies).filter(([, version]) => !version.startsWith('file:')),
);

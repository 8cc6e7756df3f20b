import packageJson from '../package.json' with { type: 'json' };

/** The name and version of this program, as papers record it. */
export const TOOL = { name: packageJson.name, version: packageJson.version };

/** The libraries of this program, with their exact versions. The project's own packages are left out. */
export const LIBRARIES: Record<string, string> = Object.fromEntries(
  Object.entries(packageJson.dependencies).filter(([, version]) => !version.startsWith('file:')),
);

/** A file of a new project. Its path is relative to the project's folder, with `/`. */
export interface ProjectFile {
  path: string;
  bytes: Uint8Array;
}

export function makeTextFile(path: string, text: string): ProjectFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

export function readText({ bytes }: ProjectFile): string {
  return Buffer.from(bytes).toString('utf8');
}

import { refuse, type Refused } from './outcome.js';

/** Refuses a file that is not edited as text, and says where the author edits it. Null for any other file. */
export function refuseFile(file: string, isSheet = false): Refused | null {
  const name = file.split('/').at(-1) ?? file;
  if (isSheet || /\.xls[xm](?:\.csv)?$/i.test(file))
    return refuse(
      `${name.replace(/\.csv$/i, '')} is edited in the spreadsheet`,
      'Open it there, change the cell and save the file.',
    );
  if (/\.(?:ya?ml|csv|hbs|md)$/i.test(file)) return null;
  return refuse(`${name} cannot be edited here`, 'Edit it in an editor.');
}

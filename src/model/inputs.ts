import type { DataSet } from './data-set.js';
import type { Measure } from './measure.js';
import type { Survey } from './survey.js';
import type { Access } from './exemption.js';
import type { Meeting } from './meeting.js';
import type { Organisation } from './organisation.js';
import type { NarrativeGroup, Paper } from './paper.js';
import type { Place } from './problem.js';
import type { PictureFile } from './picture-image.js';
import type { PeriodData } from './period-data.js';
import type { Period } from './period.js';
import type { FileHash, SourceFile } from './source-file.js';
import type { Template } from './template.js';
import type { Theme } from './theme.js';
import type { Fonts } from './typeface.js';
import type { OwnUnits } from './unit.js';

/**
 * The result of the first stage: the author's files, validated and normalised. Optional keys that the author left out
 * are `undefined`. Nothing here depends on how YAML is written.
 */
export interface Inputs {
  period: Period;
  paper: Paper;
  /** The edition that these inputs make. What is exempt has been taken out of the inputs of a public one. */
  access: Access;
  meeting: Meeting;
  /** The meetings that consider the paper. The first one is `meeting`. */
  paperMeetings: Meeting[];
  /** Every meeting on file, newest last. A paper can cite the papers of other meetings. */
  meetings: Meeting[];
  organisation: Organisation;
  surveys: Survey[];
  measures: Measure[];
  /** The nouns that the paper counts. A number in words before one of them is a figure. */
  units: string[];
  /** The units of the project's own, by name. */
  ownUnits: OwnUnits;
  /** The periods on file up to this period, oldest first. The last is this period. */
  history: PeriodData[];
  /** The data sets of all periods on file up to this period, oldest first. */
  dataSets: DataSet[];
  /** The period file that each name in templates comes from: `data.events` or, for all `facts.…`, `facts`. */
  nameSources: ReadonlyMap<string, string>;
  /** Later periods with figures on file. Empty if a later paper of the same kind reports on them. */
  laterPeriods: Period[];
  /** The narrative of the last paper of this kind. Null if there is none. */
  previous: { period: Period; narrative: NarrativeGroup[] } | null;
  template: Template;
  theme: Theme;
  /** The fonts of the theme's typeface. Null for the program's own. */
  fonts: Fonts | null;
  /** The places of the theme's colours. */
  colourPlaces: Partial<Record<string, Place>>;
  /** The pictures that templates and narrative may print, by path. */
  pictures: ReadonlyMap<string, PictureFile>;
  files: SourceFile[];
  /** The spreadsheets of unpacked sources as they were before they were cut, by path. Null if the hash is withheld. */
  originals: ReadonlyMap<string, FileHash | null>;
}

import type * as z from 'zod';
import type { Measure } from '../../model/measure.js';
import type { Checked } from '../../model/problem.js';
import type { Period } from '../../model/period.js';
import type { PeriodFigures } from '../../model/period-data.js';
import type { OwnUnits } from '../../model/unit.js';
import type { ValidYaml } from '../source-reader.js';
import type { CarryOver, CarryOverException } from './carry-over.js';
import type { DeclaredSchema } from './declared-schema.js';
import { checkWindows } from './check-windows.js';
import { findMissingSource } from './find-missing-source.js';

/** The context in which a period file is read. */
export interface PeriodContext {
  period: Period;
  measures: readonly Measure[];
  /** The units of the project's own, by name. */
  ownUnits: OwnUnits;
  /** The names of all areas. Null if the organisation does not list them. */
  areaNames: readonly string[] | null;
}

/** Opens the file that is being read. The value is null if the file does not fit the schema. */
type OpenYaml = <T>(schema: z.ZodType<T>) => Checked<ValidYaml<T> | null>;

/** A kind of data file in a period's folder. */
export interface PeriodFile<Key extends keyof PeriodFigures = keyof PeriodFigures> {
  /** The file's name without `.yaml`, and the name of its JSON Schema. */
  name: string;
  schema: z.ZodType;
  /** The parts of a period's figures that this file contributes to. */
  fills: readonly Key[];
  /** The names in templates whose values come from this file: `shares`, or `facts` for all `facts.…`. */
  templateNames: readonly string[];
  /** The treatment of each key at the top of the file by roll-forward. */
  carryOver: Readonly<Record<string, CarryOver>>;
  /** Finds the entries of a valid file that are not carried over as declared. */
  findExceptions: (contents: unknown) => CarryOverException[];
  /** Reads the file. Contributes nothing if the file is invalid. */
  read: (open: OpenYaml, context: PeriodContext) => Checked<Partial<Pick<PeriodFigures, Key>>>;
}

interface Definition<T, Key extends keyof PeriodFigures> {
  name: string;
  contents: DeclaredSchema<z.ZodType<T>, Extract<CarryOver, { kind: 'fields' }>>;
  fills: readonly Key[];
  templateNames?: readonly string[];
  findExceptions?: (contents: T) => CarryOverException[];
  read: (file: ValidYaml<T>, context: PeriodContext) => Checked<Pick<PeriodFigures, Key>>;
}

/** Defines a kind of period file. Its functions receive the file's contents as the schema types them. */
export function definePeriodFile<T, Key extends keyof PeriodFigures>({
  name,
  contents,
  fills,
  templateNames = [],
  findExceptions = () => [],
  read,
}: Definition<T, Key>): PeriodFile<Key> {
  const { schema, carryOver } = contents;
  return {
    name,
    schema,
    fills,
    templateNames,
    carryOver: carryOver.fields,
    findExceptions: (value) => findExceptions(schema.parse(value)),
    read: (open, context) => {
      const opened = open(schema);
      if (opened.value === null) return { value: {}, problems: opened.problems };
      const { value, problems } = read(opened.value, context);
      const { data, file } = opened.value;
      return {
        value,
        problems: [...opened.problems, ...problems, ...findMissingSource(value), ...checkWindows(data, file)],
      };
    },
  };
}

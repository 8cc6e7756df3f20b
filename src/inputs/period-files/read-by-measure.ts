import { adviseOnName } from '../../model/suggest-name.js';
import { isOfKind, type Measure, type MeasureKind } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import type { Path, YamlFile } from '../yaml/yaml-file.js';
import { readEntries } from './read-entries.js';

/** A map in a period file whose keys name measures. */
interface MapByMeasure<K extends MeasureKind, Raw> {
  file: YamlFile;
  /** The path of the map. */
  at: Path;
  raw: Readonly<Record<string, Raw>> | undefined;
  /** The only kinds of measure that the keys may name. */
  kinds: readonly K[];
  measures: readonly Measure[];
}

interface MeasureEntry<K extends MeasureKind, Raw> {
  measure: Extract<Measure, { kind: K }>;
  raw: Raw;
  at: Path;
}

/** Reads a map by measure. A key that names no measure of the kind is a problem, and is left out. */
export function readByMeasure<K extends MeasureKind, Raw, T>(
  { file, at, raw, kinds, measures }: MapByMeasure<K, Raw>,
  read: (entry: MeasureEntry<K, Raw>) => Checked<T | null>,
): Checked<Record<string, T>> {
  const known = measures.filter((measure) => isOfKinds(measure, kinds));
  return readEntries(raw, (id, entry) => {
    const measure = known.find((candidate) => candidate.id === id);
    return measure
      ? read({ measure, raw: entry, at: [...at, id] })
      : { value: null, problems: [reportUnknownMeasure(id, kinds, known, file, [...at, id])] };
  });
}

function isOfKinds<K extends MeasureKind>(
  measure: Measure,
  kinds: readonly K[],
): measure is Extract<Measure, { kind: K }> {
  return kinds.some((kind) => isOfKind(measure, kind));
}

function reportUnknownMeasure(
  id: string,
  kinds: readonly MeasureKind[],
  known: readonly Measure[],
  file: YamlFile,
  at: Path,
): Problem {
  const names = known.map((measure) => measure.id);
  return makeError(
    'measure-exists',
    file.keyPlaceOf(at),
    `measures.yaml has no measure "${id}" of the kind ${kinds.join(' or ')}`,
    adviseOnName(id, names),
  );
}

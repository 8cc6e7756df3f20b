import type {
  ChangeKind,
  ComparedPart,
  Comparison,
  FieldComparison,
  MetadataChange,
  SectionComparison,
} from './comparison.js';
import { namePart, nameSection } from './name-part.js';

/** A change, and its location. */
export type Change = {
  /** Unique, and the same for the same two versions. */
  id: string;
  /** "B Supporting information". Empty before the first section. */
  section: string;
  /** "paragraph 12", "Table 1", "the heading “Training”". A removed part has its old name. */
  name: string;
  how: ChangeKind[];
} & (
  | { what: 'metadata'; item: MetadataChange }
  | { what: 'header field'; item: FieldComparison }
  | { what: 'section'; item: SectionComparison }
  | { what: ComparedPart['kind']; item: ComparedPart }
);

type ChangeWithoutId = OmitId<Change>;

/** Applies to each member of a union. */
type OmitId<T> = T extends Change ? Omit<T, 'id'> : never;

/** Lists every change, in the new version's reading order. */
export function listChanges({ metadata, header, sections }: Comparison): Change[] {
  const changes: ChangeWithoutId[] = [
    ...metadata.map(toMetadataChange),
    ...header.map(toFieldChange),
    ...sections.flatMap(listSectionChanges),
  ];
  return changes
    .filter(({ how }) => how.length > 0)
    .map((change, index) => ({ id: `change-${index + 1}`, ...change }));
}

function toMetadataChange(item: MetadataChange): ChangeWithoutId {
  return { what: 'metadata', section: '', name: item.name, how: ['reworded'], item };
}

function toFieldChange(item: FieldComparison): ChangeWithoutId {
  return { what: 'header field', section: '', name: item.name, how: item.how, item };
}

function listSectionChanges(item: SectionComparison): ChangeWithoutId[] {
  const section = nameSection(item);
  const parts = item.parts.flatMap((part): ChangeWithoutId[] =>
    part.kind === 'moved-away'
      ? []
      : [{ what: part.kind, section, name: namePart(part), how: part.how, item: part }],
  );
  return [{ what: 'section', section, name: `section ${section}`, how: item.how, item }, ...parts];
}

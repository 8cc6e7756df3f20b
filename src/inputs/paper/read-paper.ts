import type { Paper } from '../../model/paper.js';
import type { Checked, Place } from '../../model/problem.js';
import { checkRuleNames } from '../check-rule-names.js';
import { readUnreviewed } from '../period-files/read-unreviewed.js';
import type { SourceReader } from '../source-reader.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkNarrative } from './check-narrative.js';
import { normalisePaper } from './normalise-paper.js';
import { paperSchema } from './paper-schema.js';

/**
 * Reads a paper's own file: its header and narrative.
 * The value is null if the file does not fit its schema.
 */
export function readPaper(reader: SourceReader, period: string, id: string): Checked<Paper | null> {
  const { value: read, problems } = reader.yaml(`data/${period}/${id}.yaml`, paperSchema);
  if (!read) return { value: null, problems };
  const { data, file } = read;
  const paper = normalisePaper(id, read);
  const unreviewed = readUnreviewed(file, data.unreviewed ?? [], locateLabels(paper.narrative, file));
  return {
    value: { ...paper, unreviewed: unreviewed.value },
    problems: [
      ...problems,
      ...checkNarrative(paper.narrative, file),
      ...checkRuleNames(data['switched-off'], file, 'switched-off'),
      ...unreviewed.problems,
    ],
  };
}

function locateLabels(narrative: Paper['narrative'], file: YamlFile): Map<string, Place> {
  return new Map(
    narrative.flatMap((group) =>
      group.entries.map(({ label }) => [label, file.keyPlaceOf(['narrative', group.id, label])]),
    ),
  );
}

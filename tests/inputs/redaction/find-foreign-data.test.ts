import { expect, test } from 'vitest';
import { readInputs } from '../../../src/inputs/read-inputs.js';
import { findForeignData } from '../../../src/inputs/redaction/find-foreign-data.js';
import { makeCache } from '../../../src/model/cache.js';
import { copyProject } from '../../support/run-papers.js';

test('finds an exemption that an author adds between two builds of one process', () => {
  const copy = copyProject('tests/papers/depot-contract');
  try {
    const { value: inputs } = readInputs(copy.root, '2031-32-q2', 'depot-contract');
    if (!inputs) throw new Error('the paper cannot be read');
    const other = { ...inputs.paper, id: 'staff-review', exempt: [] };
    const cache = makeCache();
    const find = () => findForeignData(copy.root, inputs.period, other, cache);
    const exempt = find();
    expect(exempt.flatMap(({ figures }) => figures)).not.toEqual([]);

    let withExemption = '';
    copy.change('data/2031-32-q2/depot-contract.yaml', (text) => {
      withExemption = text;
      return text.replaceAll('exempt', 'not public');
    });
    expect(find()).toEqual([]);
    copy.write('data/2031-32-q2/depot-contract.yaml', withExemption);
    expect(find()).toEqual(exempt);
  } finally {
    copy.remove();
  }
});

import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { countByRow } from '../../../../src/core/timeline/data.ts';
import { timelineStrings } from '../../../../src/features/timeline/strings.ts';
import { Wording } from '../../../../src/webview/wording.ts';
import { item, row, timeline } from './support.ts';

const kerry = row('kerry', '2013-02-01', null);
const wording = new Wording(timelineStrings(inEnglish), timeline([kerry], []));
const weak = item('tass', '2014-05-01', {
  type: 'document',
  kind: 'document',
  kindText: 'document ⟨E5⟩',
  status: 'doubtful',
  name: 'Letter 2014',
  summary: 'A letter',
});

describe('what the timeline says of an item', () => {
  it('calls a meeting doubtful, and a document of the lowest grades one not to rely on', () => {
    expect(wording.status(item('a', '2013-09-12', { status: 'doubtful' }))).toBe('doubtful');
    expect(wording.line(weak)).toBe(
      '2014-05-01, Letter 2014, document ⟨E5⟩, not a source to rely on, A letter',
    );
  });

  it('says nothing of what is attested', () => {
    expect(wording.status(item('a', '2013-09-12'))).toBe('');
  });

  it('names last who perhaps met separately, as the record does', () => {
    const met = item('a', '2013-09-12', { people: ['putin', 'kerry'], separately: { putin: 'seen later' } });
    expect(wording.people(met)).toBe('John Kerry, Vladimir Putin (seen later)');
  });
});

describe('what the timeline says of a row', () => {
  it('is its name with the number of its entries', () => {
    const counts = countByRow([
      item('a', '2013-09-12'),
      item('b', '2014-01-01'),
      item('c', '2014-01-01', { row: 'x' }),
    ]);
    expect(wording.rowWithCount(kerry, counts.get('kerry') ?? 0)).toBe('Name of kerry: 2 entries');
    expect(wording.rowWithCount(kerry, counts.get('x') ?? 0)).toBe('Name of kerry: 1 entry');
    expect(wording.rowWithCount(kerry, 0)).toBe('Name of kerry: 0 entries');
  });
});

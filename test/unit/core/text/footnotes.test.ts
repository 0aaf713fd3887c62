import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

const text = [
  'They met.[^a] They met again.[^B][^a]',
  '',
  '[^a]: Vale, *The Clock*, 2013.',
  '',
  '    Its second paragraph.',
  '',
  '[^b]:',
  '    Roe, on the next line.',
  '',
  '[^a]: A second one, which nobody reads.',
  '',
  '`[^code]`',
].join('\n');
const { footnotes } = analyse(text, new NameMatcher([]));
const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('footnotes', () => {
  it('are told by their definitions, the first of a label', () => {
    expect(footnotes.definitionOf('a')).toMatchObject({ label: 'a' });
    expect(slice(footnotes.definitionOf('a')?.definition ?? { start: 0, end: 0 }).trim()).toBe(
      'Vale, *The Clock*, 2013.',
    );
    expect(slice(footnotes.definitionOf('B')?.definition ?? { start: 0, end: 0 }).trim()).toBe(
      'Roe, on the next line.',
    );
    expect(footnotes.definitionOf('code')).toBeUndefined();
  });

  it('are found where they are called', () => {
    expect(footnotes.callsOf('a').map(slice)).toEqual(['[^a]', '[^a]']);
    expect(footnotes.callsOf('b').map(slice)).toEqual(['[^B]']);
    expect(footnotes.in(0, text.indexOf('\n')).map(({ label }) => label)).toEqual(['a', 'B', 'a']);
  });

  it('are found at an offset inside them and at their end, and nowhere else', () => {
    const at = text.indexOf('[^B]');
    expect(footnotes.at(at + 1)?.label).toBe('B');
    expect(footnotes.at(text.indexOf('[^a]') + 4)?.label).toBe('a');
    expect(footnotes.at(2)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import {
  type Occurrence,
  occurrencesOf,
  type Subject,
  subjectOf,
  thingAt,
} from '../../../../src/core/text/things.ts';
import { people } from './people.ts';

const names = new NameMatcher(people);

/** The thing at the mark `|`, as its kind and text. */
function thing(marked: string) {
  const text = marked.replace('|', '');
  const found = thingAt(analyse(text, names), marked.indexOf('|'));
  return found && [found.kind, text.slice(found.start, found.end)];
}

function occurrences(analysis: Analysis, subject: Subject): readonly Occurrence[] {
  const steps = occurrencesOf(analysis, subject);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The places of what stands at the mark, in which `=` stands before what introduces it. */
function places(marked: string): string[] {
  const text = marked.replace('|', '');
  const analysis = analyse(text, names);
  const found = thingAt(analysis, marked.indexOf('|'));
  if (found === undefined) throw new Error(`nothing at the mark in ${marked}`);
  return occurrences(analysis, subjectOf(found)).map(
    ({ start, end, introduces }) => `${introduces ? '=' : ''}${start} ${text.slice(start, end)}`,
  );
}

describe('what stands at a place', () => {
  it('is a name with its title, a key with its mark, a footnote', () => {
    expect(thing('then Secretary Ke|rry left')).toEqual(['name', 'Secretary Kerry']);
    expect(thing('as told [see @va|le-2013, para. 4]')).toEqual(['key', '@vale-2013']);
    expect(thing('as told [|@{vale 2013}] @{va/le}')).toBeUndefined();
    expect(thing('as told @{va|/le}')).toEqual(['key', '@{va/le}']);
    expect(thing('so[^no|te].\n\n[^note]: Text.')).toEqual(['footnote', '[^note]']);
    expect(thing('so[^note].\n\n[^no|te]: Text.')).toEqual(['footnote', '[^note]:']);
  });

  it('ends where the cursor stands behind it, unless something begins there', () => {
    expect(thing('Kerry| left')).toEqual(['name', 'Kerry']);
    expect(thing('[@vale-2013|]')).toEqual(['key', '@vale-2013']);
    expect(thing('Kerry|[^1]\n\n[^1]: x')).toEqual(['footnote', '[^1]']);
    expect(thing('Kerry |left')).toBeUndefined();
    expect(thing('|')).toBeUndefined();
  });

  it('is nothing in code', () => {
    expect(thing('`@va|le-2013`')).toBeUndefined();
    expect(thing('`Ker|ry`')).toBeUndefined();
  });
});

describe('the places of a person', () => {
  it('are all forms of the name, without titles, with the one that introduces it', () => {
    expect(
      places('Kerry came. Then John Ke|rry spoke, and Secretary Kerry’s aides. Керри ушёл. John Kerry too.'),
    ).toEqual(['0 Kerry', '=17 John Kerry', '49 Kerry', '64 Керри', '76 John Kerry']);
  });

  it('leave out code and other people', () => {
    expect(places('Ker|ry, `Kerry`, Lavrov, [x](Kerry), Bob Kerry.')).toEqual(['0 Kerry']);
  });

  it('are each met once in a long text, however it is cut into steps', () => {
    const text = `${'x'.repeat(97)}\n\nKerry and John Kerry `.repeat(2500);
    const analysis = analyse(text, names);
    const found = occurrences(analysis, { kind: 'person', id: 'kerry' });
    expect(found).toHaveLength(5000);
    expect(found.filter(({ introduces }) => introduces)).toHaveLength(1);
    expect(found.every(({ start }, index) => start > (found[index - 1]?.start ?? -1))).toBe(true);
  });
});

describe('the places of a key and of a footnote', () => {
  it('are its uses, in whatever form', () => {
    expect(places('[@va|le] and @{vale}, -@vale, `@vale`, @vale-2.')).toEqual([
      '1 @vale',
      '12 @{vale}',
      '22 @vale',
    ]);
  });

  it('are the calls and what defines it, whatever the case', () => {
    expect(places('a[^N] b[^n|] c[^m]\n\n[^n]: Text.')).toEqual(['1 [^N]', '7 [^n]', '=19 [^n]:']);
  });
});

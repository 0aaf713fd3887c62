import { expect, it } from 'vitest';
import { risRecord } from '../../../../src/core/citation/ris.ts';
import { herald, page } from './sources.ts';

it('a record in RIS has a line for each field that is known', () => {
  expect(risRecord(herald.csl, herald.id)).toBe(
    [
      'TY  - NEWS',
      'ID  - herald-2013-clock',
      'AU  - Vale, Ada',
      'TI  - Two Ministers and a Clock',
      'T2  - Herald',
      'PY  - 2013',
      'DA  - 2013/09/15/',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

it('an agency, a month and an address are written too', () => {
  const text = risRecord(page.csl, page.id);
  expect(text).toContain('AU  - Office\r\n');
  expect(text).toContain('DA  - 2025/03//\r\n');
  expect(text).toContain('UR  - https://example.org/a_b/legacy_(eight)\r\n');
});

it('a type, a date or a line break that RIS does not know does no harm', () => {
  const text = risRecord({ type: 'toString', title: 'One\r\nTwo', issued: '201X', accessed: 'never' }, 'k');
  expect(text).toBe('TY  - GEN\r\nID  - k\r\nTI  - One Two\r\nER  - \r\n');
});

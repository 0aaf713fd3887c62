import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { isTimelineData } from '../../../../src/core/timeline/guard.ts';
import { isViewMessage } from '../../../../src/features/timeline/messages.ts';
import { timelineStrings } from '../../../../src/features/timeline/strings.ts';
import { isHostMessage } from '../../../../src/webview/messages.ts';
import { readState } from '../../../../src/webview/state.ts';
import { item, row, timeline, undated } from './support.ts';

const data = timeline([row('kerry', '2013-02-01', null)], [item('a', '2013-09-12'), undated('b')]);
const init = {
  type: 'init',
  strings: timelineStrings(inEnglish),
  locale: 'en-GB',
  today: 20_000,
  content: { type: 'timeline', data },
};

describe('a timeline that arrives', () => {
  it('is taken as it was sent', () => {
    expect(isTimelineData(structuredClone(data))).toBe(true);
  });

  it.each([
    ['rows', [{ ...data.rows[0], type: 'king' }]],
    ['rows', [{ ...data.rows[0], bands: [{ start: 1 }] }]],
    ['items', [{ ...data.items[0], kind: 'toString' }]],
    ['items', [{ ...data.items[0], status: 'certain' }]],
    ['items', [{ ...data.items[0], span: { start: '1', end: 2, softStart: true, softEnd: true } }]],
    ['items', [{ ...data.items[0], people: [1] }]],
    ['items', [{ ...data.items[0], separately: { putin: 1 } }]],
    ['items', [{ ...data.items[0], separately: undefined }]],
    ['people', [{ id: 'kerry' }]],
    ['fit', { start: Number.NaN, end: 1 }],
    ['limits', undefined],
  ])('is refused where its %s are damaged', (field, value) => {
    expect(isTimelineData({ ...data, [field]: value })).toBe(false);
  });
});

describe('the view', () => {
  it('takes what the host sends', () => {
    expect(isHostMessage(init)).toBe(true);
    expect(isHostMessage({ ...init, focus: { type: 'meeting', id: 'a' } })).toBe(true);
    expect(isHostMessage({ type: 'content', content: { type: 'problem', sentence: 'It is gone.' } })).toBe(
      true,
    );
    expect(isHostMessage({ type: 'focus', focus: { type: 'person', id: 'kerry' } })).toBe(true);
  });

  it('refuses what is not whole', () => {
    expect(isHostMessage({ ...init, strings: { ...init.strings, kinds: null } })).toBe(false);
    expect(isHostMessage({ ...init, content: { type: 'timeline', data: {} } })).toBe(false);
    expect(isHostMessage({ ...init, focus: { type: 'planet', id: 'x' } })).toBe(false);
    expect(isHostMessage({ type: 'focus', focus: { type: 'person' } })).toBe(false);
  });

  it('begins anew where the kept state is of another version', () => {
    expect(readState(undefined)).toEqual({ filter: {}, list: false });
    expect(readState({ filter: { kind: 'duel' }, list: true })).toEqual({ filter: {}, list: false });
  });

  it('keeps the state that it left', () => {
    const state = {
      filter: { kind: 'call', text: 'syria' },
      stretch: { start: 1, end: 9 },
      list: true,
      active: 'meeting:a',
    };
    expect(readState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('drops a stretch of time that is none', () => {
    expect(readState({ filter: {}, list: false, stretch: { start: 9, end: 1 } })).toEqual({
      filter: {},
      list: false,
    });
  });
});

describe('the host', () => {
  it('takes what the view sends, and only for records that have pages', () => {
    expect(isViewMessage({ type: 'ready' })).toBe(true);
    expect(isViewMessage({ type: 'open', target: { type: 'document', id: 'reuters' } })).toBe(true);
    expect(isViewMessage({ type: 'open', target: { type: 'command', id: 'x' } })).toBe(false);
    expect(isViewMessage({ type: 'open' })).toBe(false);
  });
});

describe('either side', () => {
  it('refuses whatever else there is, without failing', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(isViewMessage({ type: 'eval', value })).toBe(false);
        expect(isHostMessage({ type: 'content', content: value })).toBe(false);
        expect(isTimelineData(value)).toBe(false);
        readState(value);
      }),
    );
  });
});

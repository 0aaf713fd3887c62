import { beforeEach, describe, expect, it } from 'vitest';
import { WhileOpen } from '../../../../src/features/citations/while-open.ts';

describe('what a picker still awaits', () => {
  let reported: unknown[];
  let done: string[];
  let picker: WhileOpen;
  const failure = new Error('It failed.');

  beforeEach(() => {
    reported = [];
    done = [];
    picker = new WhileOpen(error => reported.push(error));
  });

  it('is used when it comes', async () => {
    await picker.after(Promise.resolve('sentence'), '', value => done.push(value));
    expect(done).toEqual(['sentence']);
  });

  it('touches nothing once the picker is closed', async () => {
    const awaited = picker.after(Promise.resolve('sentence'), '', value => done.push(value));
    picker.close();
    await awaited;
    picker.run(() => done.push('event'));
    expect({ done, reported }).toEqual({ done: [], reported: [] });
  });

  it('leaves the picker as it is where it fails, and the failure is reported', async () => {
    await picker.after(Promise.reject(failure), 'nothing', value => done.push(value));
    expect({ done, reported }).toEqual({ done: ['nothing'], reported: [failure] });
  });

  it('is reported where it cannot be shown', async () => {
    const show = (): void => {
      throw failure;
    };
    await picker.after(Promise.resolve(''), '', show);
    picker.run(show);
    expect(reported).toEqual([failure, failure]);
  });
});

/**
 * What the suites inside the extension host tell the runner outside: one JSON object in a line of the console, between
 * marks, because the console is the only channel that every host forwards (a worker in a browser too).
 */
export type TestEvent =
  | { readonly event: 'start'; readonly title: string }
  | { readonly event: 'pass'; readonly title: string; readonly milliseconds: number }
  /** `error` is the message and the stack; a failure of a hook comes under the hook's title. */
  | { readonly event: 'fail'; readonly title: string; readonly error: string }
  /** Sent last. Without it the run was cut off. */
  | { readonly event: 'end'; readonly passed: number; readonly failed: number };

const OPEN = '@@counterparts-test ';
const CLOSE = ' test-counterparts@@';

export function encodeEvent(event: TestEvent): string {
  return OPEN + JSON.stringify(event) + CLOSE;
}

/** The event in a line of the console; undefined if the line is something else. */
export function decodeEvent(line: string): TestEvent | undefined {
  const start = line.indexOf(OPEN);
  const end = line.lastIndexOf(CLOSE);
  if (start < 0 || end < start) return undefined;
  return JSON.parse(line.slice(start + OPEN.length, end));
}

/** The user setting by which the runner narrows a run to the tests whose full title matches a regular expression. */
export const GREP_SETTING = 'counterpartsTests.grep';

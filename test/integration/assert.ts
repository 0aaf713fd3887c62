/** The few assertions that suites need: Node's `assert` does not exist in a web extension host. */

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** By identity; use {@link deepEqual} for objects and arrays. */
export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  if (!Object.is(actual, expected)) throw unequal(message, show(actual), show(expected));
}

/** For plain data: objects with the same keys and values in any order, arrays in the same order. */
export function deepEqual<T>(actual: T, expected: T, message = 'not equal'): void {
  const shown = show(actual);
  const wanted = show(expected);
  if (shown !== wanted) throw unequal(message, shown, wanted);
}

export function match(actual: string, pattern: RegExp, message = 'no match'): void {
  if (!pattern.test(actual)) throw unequal(message, show(actual), String(pattern));
}

export function notMatch(actual: string, pattern: RegExp, message = 'an unwanted match'): void {
  if (pattern.test(actual)) throw unequal(message, show(actual), `not ${pattern}`);
}

/** @returns the error with which the promise was rejected */
export async function rejects(promise: PromiseLike<unknown>, pattern: RegExp): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
  );
  ok(error, `fulfilled, but was to be rejected with ${pattern}`);
  match(error.message, pattern, 'rejected with another message');
  return error;
}

function unequal(message: string, actual: string, expected: string): Error {
  return new Error(`${message}\n  actual:   ${clip(actual)}\n  expected: ${clip(expected)}`);
}

/** What still helps: nobody reads a whole page in an error. */
function clip(text: string, limit = 2000): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length} characters)`;
}

/** Data as JSON with sorted keys; undefined, bigint and the numbers that JSON lacks stay visible. */
function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value instanceof RegExp || value instanceof Date || value instanceof Error) return String(value);
  if (typeof value === 'object' && value !== null) {
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    const parts = entries.map(([key, entry]) => `${JSON.stringify(String(key))}: ${show(entry)}`);
    return `{${parts.sort().join(', ')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

import { readFileSync, statSync } from 'node:fs';

/** A file of more bytes is no text that anybody wrote, and far from what a string can hold. */
const LONGEST = 200_000_000;

/** A file that cannot be read. The message says why, as the end of a sentence: `there is no such file`. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** What the operating system says, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

/**
 * The bytes of a file. A pipe or a device is none: reading it might never end.
 * @throws {FileError}
 */
export function readBytes(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (found.isFile()) {
      if (found.size <= LONGEST) return readFileSync(path);
      throw new FileError(`it has more than ${LONGEST / 1_000_000} MB`);
    }
    throw new FileError(found.isDirectory() ? 'it is a folder' : 'it is no regular file');
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    throw new FileError(REASONS[code] ?? error.message, { cause: error });
  }
}

/**
 * The text of a file in UTF-8, without a byte-order mark, as editors have it.
 * @throws {FileError}
 */
export function readText(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new FileError('it is no text in UTF-8', { cause: error });
  }
}

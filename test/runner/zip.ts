import { readFileSync } from 'node:fs';

export interface ZipEntry {
  readonly name: string;
  /** Bytes in the archive. */
  readonly compressed: number;
  /** Bytes of the file itself. */
  readonly size: number;
}

const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const CENTRAL_FILE_HEADER = 0x02014b50;

/**
 * Lists what a zip archive holds, from its central directory (APPNOTE.TXT 4.3.12 and 4.3.16). Archives of more than
 * 4 GB or 65,535 files are not understood.
 *
 * @throws if the file is no zip archive
 */
export function listZip(file: string): ZipEntry[] {
  const data = readFileSync(file);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END_OF_CENTRAL_DIRECTORY);
  const end = data.lastIndexOf(signature);
  if (end < 0) throw new Error(`${file} is no zip archive.`);

  const entries: ZipEntry[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let count = data.readUInt16LE(end + 10); count > 0; count--) {
    if (data.readUInt32LE(at) !== CENTRAL_FILE_HEADER) throw new Error(`${file} has a broken directory.`);
    const nameLength = data.readUInt16LE(at + 28);
    entries.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      compressed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  return entries;
}

import { BibliographyIndex } from '../../core/citation/bibliography/bibliography-index.ts';
import { bibliographyFormat } from '../../core/citation/bibliography/entry.ts';
import { readBibliography } from '../../core/citation/bibliography/read.ts';
import { entryWorks, type OwnWorks } from '../../core/citation/works.ts';
import { UnreadableFileError } from '../check/check-files.ts';
import { FileError, readText } from '../files.ts';
import { oneLine } from '../one-line.ts';

/**
 * The works of bibliography files; of a key that several have, the first counts.
 * @throws {UnreadableFileError} for a file that is not there, or of no format of bibliographies by its name.
 */
export function readWorks(files: readonly string[]): OwnWorks {
  return entryWorks(
    new BibliographyIndex(
      files.map(file => {
        const format = bibliographyFormat(file);
        if (!format) throw unreadable(file, 'its name ends with none of .bib, .json, .yaml');
        try {
          return { file, bibliography: readBibliography(readText(file), format) };
        } catch (error) {
          if (!(error instanceof FileError)) throw error;
          throw unreadable(file, error.message);
        }
      }),
    ),
  );
}

const unreadable = (file: string, reason: string): UnreadableFileError =>
  new UnreadableFileError(`the bibliography file ${oneLine(file)} could not be read: ${reason}`);

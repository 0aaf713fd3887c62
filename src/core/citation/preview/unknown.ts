import { areElsewhere } from '../../text/foreign-keys.ts';
import { frontMatterFields } from '../../text/front-matter-fields.ts';

/** The keys of the references that the file itself carries. */
export const ownKeys = (text: string): ReadonlySet<string> =>
  new Set(frontMatterFields(text).references.map(({ id }) => id));

/**
 * Whether nothing can be said of the keys of a file that nobody knows.
 * @param complete whether its bibliography files were read, all of them; left out where only the front matter tells of any
 */
export const citesElsewhere = (
  text: string,
  unknown: ReadonlySet<string>,
  known: ReadonlySet<string>,
  complete?: boolean,
): boolean =>
  areElsewhere({
    unknown: unknown.size,
    known: known.size,
    complete: complete ?? (frontMatterFields(text).bibliography.length > 0 ? false : undefined),
  });

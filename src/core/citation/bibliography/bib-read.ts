import { bibItem } from './bib-item.ts';
import { type BibBlock, bibBlocks, fieldsOf } from './bib-scan.ts';
import type { BibliographyEntry, BibliographyProblem } from './entry.ts';
import { lazyEntry } from './entry.ts';

/** The longest value that abbreviations may make; they could double one another without end. */
const LONGEST = 5_000;

/** What an entry takes from the one that it names in `crossref` is called differently there. */
const INHERITED: Readonly<Record<string, string>> = {
  booktitle: 'title',
  booksubtitle: 'subtitle',
  journaltitle: 'title',
  bookauthor: 'author',
};
const OWN =
  /^(?:title|subtitle|shorttitle|titleaddon|crossref|xref|xdata|ids|entrysubtype|options|keywords|label|type|abstract|doi|url|urldate|pages)$/;

/** The abbreviations and the entries of a file, and what their fields say with what they inherit. */
class BibFile {
  readonly #text: string;
  readonly blocks = new Map<string, BibBlock>();
  readonly strings: BibBlock[] = [];
  #abbreviations: Map<string, string> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The fields of an entry without what it inherits, as LaTeX. */
  #own(block: BibBlock, abbreviations: ReadonlyMap<string, string>): Map<string, string> {
    const values = new Map<string, string>();
    for (const { name, parts } of fieldsOf(this.#text, block)) {
      let value = '';
      for (const { start, end, word } of parts) {
        const written = this.#text.slice(start, end);
        value += word ? (abbreviations.get(written.toLowerCase()) ?? written) : written;
        if (parts.length > 1) value = value.slice(0, LONGEST);
      }
      if (!values.has(name)) values.set(name, value);
    }
    return values;
  }

  #known(): ReadonlyMap<string, string> {
    if (this.#abbreviations === undefined) {
      this.#abbreviations = new Map();
      // Each may use those before it.
      for (const block of this.strings)
        for (const [name, value] of this.#own(block, this.#abbreviations))
          this.#abbreviations.set(name, value);
    }
    return this.#abbreviations;
  }

  /** The fields of an entry as LaTeX, inherited ones too; of few others, and of each once. */
  values(block: BibBlock, seen: Set<BibBlock> = new Set()): ReadonlyMap<string, string> {
    seen.add(block);
    const values = this.#own(block, this.#known());
    const parents = (field: string): ReadonlyMap<string, string>[] =>
      (values.get(field) ?? '').split(',', 20).flatMap(key => {
        const parent = this.blocks.get(key.trim());
        return parent === undefined || seen.has(parent) || seen.size > 20 ? [] : [this.values(parent, seen)];
      });
    for (const parent of parents('xdata'))
      for (const [name, value] of parent) if (!values.has(name)) values.set(name, value);
    for (const parent of parents('crossref')) {
      for (const [name, value] of parent) {
        // A date of its own is one in either way of writing it.
        const dated = /^(?:date|year|month|day)$/.test(name) && (values.has('date') || values.has('year'));
        if (!values.has(name) && !OWN.test(name) && !dated) values.set(name, value);
      }
      const periodical = block.type === 'article';
      for (const [name, theirs] of Object.entries(INHERITED)) {
        const value = parent.get(theirs);
        if (value !== undefined && !values.has(name) && periodical === (name === 'journaltitle'))
          if (name !== 'bookauthor' || block.type === 'inbook') values.set(name, value);
      }
    }
    return values;
  }
}

/** Reads a file of BibTeX or BibLaTeX; pauses between entries. */
export function* readingBib(
  text: string,
  biblatex: boolean,
): Generator<void, { entries: BibliographyEntry[]; problems: BibliographyProblem[] }> {
  const file = new BibFile(text);
  const entries: BibliographyEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const blocks = bibBlocks(text, (code, start, end, detail = '') => {
    problems.push({ code, start, end, detail });
  });
  for (const block of blocks) {
    if (block.type === 'string') file.strings.push(block);
    else {
      const { key, keyStart, keyEnd, start, end, aliases } = block;
      for (const { key: name } of [block, ...aliases])
        if (!file.blocks.has(name)) file.blocks.set(name, block);
      const convert = () => {
        const values = file.values(block);
        return bibItem(block.type, field => values.get(field), biblatex);
      };
      if (block.type !== 'xdata')
        entries.push(lazyEntry({ key, keyStart, keyEnd, start, end, aliases }, convert));
    }
    yield;
  }
  return { entries, problems };
}

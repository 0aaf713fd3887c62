import type { Dossier } from '../dossier/dossier.ts';
import type { Voice } from '../dossier/translate.ts';
import type { Analysis, Block, Section } from '../text/analysis.ts';
import { frontMatterFields } from '../text/front-matter-fields.ts';
import type { Range } from '../text/ordered-ranges.ts';
import { readParagraph } from '../text/paragraphs.ts';
import { QuotationMatcher } from '../text/quotation-match.ts';
import type { CheckContext, Finding, Gathered, Report, Rule } from './rule.ts';
import { suppressionsIn } from './suppressions.ts';

/** What was found in a section, counted from its beginning, and on what that rests beside its own text. */
interface Kept {
  readonly rests: string;
  readonly findings: Finding[];
  readonly gathered: Map<Rule, Gathered[]>;
}

/**
 * Checks analyses of texts by a set of rules. What was found in a section is kept as long as nothing changes on which it
 * rests, so that checking again after an edit costs what the edit touched.
 */
export class Checker {
  readonly #dossier: Dossier;
  readonly #quotations: QuotationMatcher;
  readonly #rules: readonly Rule[];
  readonly #voice: Voice;
  readonly #kept = new WeakMap<object, Kept>();
  readonly #gender = (person: string) => this.#dossier.people.get(person)?.gender;

  constructor(
    dossier: Dossier,
    rules: readonly Rule[],
    voice: Voice,
    quotations = new QuotationMatcher(dossier),
  ) {
    this.#dossier = dossier;
    this.#quotations = quotations;
    this.#rules = rules;
    this.#voice = voice;
  }

  /** All that the rules find, in the order of the text, without what the writer silenced. */
  check(analysis: Analysis): Finding[] {
    const steps = this.checkSliced(analysis);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** {@link check} in slices of about a millisecond: the caller may give the thread back at each `yield`. */
  *checkSliced(analysis: Analysis): Generator<void, Finding[]> {
    const frontMatter = frontMatterFields(analysis.text);
    const context: CheckContext = {
      dossier: this.#dossier,
      quotations: this.#quotations,
      analysis,
      frontMatter,
      reference: frontMatter.date,
      voice: this.#voice,
    };
    const found: Finding[] = [];
    const gathered = new Map<Rule, Gathered[]>();
    const outside = JSON.stringify(frontMatter);
    for (const section of analysis.sections()) {
      const rests = outside + restsOn(section, analysis);
      let kept = this.#kept.get(section.identity);
      if (kept?.rests !== rests) {
        kept = yield* this.#checkSection(section, rests, context);
        this.#kept.set(section.identity, kept);
      }
      for (const finding of kept.findings) found.push(moved(finding, section.start));
      for (const [rule, items] of kept.gathered) {
        const all = gathered.get(rule) ?? [];
        for (const item of items) all.push(shifted(item, section.start));
        gathered.set(rule, all);
      }
      yield;
    }
    for (const rule of this.#rules) {
      rule.file?.(gathered.get(rule) ?? [], context, reporter(rule, 0, found));
      yield;
    }
    const silenced = suppressionsIn(analysis);
    return found
      .filter(({ code, start }) => !silenced.silences(code, start))
      .sort((a, b) => a.start - b.start || a.end - b.end);
  }

  *#checkSection(section: Section, rests: string, context: CheckContext): Generator<void, Kept> {
    const { analysis } = context;
    const kept: Kept = { rests, findings: [], gathered: new Map() };
    for (const block of analysis.blocksIn(section.start, section.end)) {
      if (block.start < section.start || block.end > section.end || !isOfInterest(analysis, block)) continue;
      const paragraph = readParagraph(analysis, block, {
        reference: context.reference,
        gender: this.#gender,
      });
      for (const rule of this.#rules) {
        rule.paragraph?.(paragraph, context, reporter(rule, -section.start, kept.findings));
        const items = rule.gather?.(paragraph, context) ?? [];
        if (items.length === 0) continue;
        const all = kept.gathered.get(rule) ?? [];
        for (const item of items) all.push(shifted(item, -section.start));
        kept.gathered.set(rule, all);
      }
      yield;
    }
    return kept;
  }
}

/** The office before a name that is nobody's of the record may be given to the wrong person. */
const TITLE = /secretary\s+of\s+state|госсекретар/i;

/** Rules speak of people, dates, quotations and sources alone. */
const isOfInterest = (analysis: Analysis, { start, end, quoted }: Block): boolean =>
  quoted ||
  analysis.mentionsIn(start, end).length > 0 ||
  analysis.quotationsIn(start, end).length > 0 ||
  analysis.datesIn(start, end).length > 0 ||
  TITLE.test(analysis.text.slice(start, end)) ||
  analysis.maskedIn(start, end).some(({ kind }) => kind === 'citation' || kind === 'footnote');

const reporter =
  ({ code }: Rule, by: number, found: Finding[]): Report =>
  finding =>
    found.push(moved({ code, fixes: [], because: [], ...finding }, by));

const shifted = <T extends Range>(item: T, by: number): T => ({
  ...item,
  start: item.start + by,
  end: item.end + by,
});

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const fixes = finding.fixes.map(({ title, edits }) => ({
    title,
    edits: edits.map(edit => shifted(edit, by)),
  }));
  return { ...shifted(finding, by), fixes };
}

/** So much of what stands before a block quotation may tell whose it is. */
const BEFORE = 300;

/**
 * On what the findings of a section rest beside its own text and the front matter, as a string to compare: the footnotes
 * that it calls, who was named in full before, and what introduces a block quotation at its head.
 */
function restsOn({ start, end, standsAlone }: Section, analysis: Analysis): string {
  const { text, footnotes } = analysis;
  const notes = footnotes.in(start, end).map(({ label }) => {
    const { definition } = footnotes.definitionOf(label) ?? {};
    return definition === undefined ? '' : text.slice(definition.start, definition.end);
  });
  const people = standsAlone ? [] : analysis.mentionsIn(start, end).map(mention => mention.people.join());
  const before = text.charCodeAt(start) === 62 ? text.slice(Math.max(0, start - BEFORE), start) : '';
  return notes.length + people.length + before.length === 0 ? '' : JSON.stringify([notes, people, before]);
}

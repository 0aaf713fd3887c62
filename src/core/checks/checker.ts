import type { Dossier } from '../dossier/dossier.ts';
import { addTo, getOrAdd } from '../dossier/keyed.ts';
import type { Voice } from '../dossier/translate.ts';
import type { Analysis, Block, Section } from '../text/analysis.ts';
import { fnv1a } from '../text/fingerprint.ts';
import { frontMatterFields } from '../text/front-matter-fields.ts';
import { type Range, shifted } from '../text/ordered-ranges.ts';
import { readParagraph } from '../text/paragraphs.ts';
import { QuotationMatcher } from '../text/quotation-match.ts';
import { drain } from '../text/work.ts';
import { LONGEST_NOTE } from './cited.ts';
import { type Part, partsOf } from './parts.ts';
import type { CheckContext, Finding, Gathered, Report, Rule } from './rule.ts';
import { notSilenced } from './suppressions.ts';

/** What was found in a section, counted from its beginning, and on what that rests beside its own text. */
interface Kept {
  readonly outside: string;
  readonly rests: string;
  readonly findings: Finding[];
  readonly gathered: Map<Rule, Gathered[]>;
}

/** So many findings are put in their places between two chances to give the thread back. */
const SLICE = 1000;

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
  check(analysis: Analysis, otherKeys?: CheckContext['otherKeys']): Finding[] {
    return drain(this.checkSliced(analysis, otherKeys));
  }

  /** {@link check} in slices of a few milliseconds at most: the caller may give the thread back at each `yield`. */
  *checkSliced(analysis: Analysis, otherKeys?: CheckContext['otherKeys']): Generator<void, Finding[]> {
    const frontMatter = frontMatterFields(analysis.text);
    yield* analysis.footnotesSliced();
    const context: CheckContext = {
      dossier: this.#dossier,
      quotations: this.#quotations,
      analysis,
      frontMatter,
      reference: frontMatter.date,
      voice: this.#voice,
      ...(otherKeys && { otherKeys }),
    };
    const found: Finding[] = [];
    const gathered = new Map<Rule, Gathered[]>();
    const outside = JSON.stringify(frontMatter);
    for (const section of analysis.sections()) {
      const rests = yield* restsOn(section, analysis);
      let kept = this.#kept.get(section.identity);
      if (kept?.rests !== rests || kept.outside !== outside) {
        kept = { outside, rests, findings: [], gathered: new Map() };
        yield* this.#checkSection(section, kept, context);
        this.#kept.set(section.identity, kept);
      }
      for (const finding of kept.findings) {
        if (found.push(moved(finding, section.start)) % SLICE === 0) yield;
      }
      for (const [rule, items] of kept.gathered) {
        const all = getOrAdd(gathered, rule, (): Gathered[] => []);
        for (const item of items) if (all.push(shifted(item, section.start)) % SLICE === 0) yield;
      }
      yield;
    }
    for (const rule of this.#rules) {
      if (rule.file) yield* rule.file(gathered.get(rule) ?? [], context, reporter(rule, 0, found));
      yield;
    }
    found.sort((a, b) => a.start - b.start || a.end - b.end);
    return found.length > 0 ? yield* notSilenced(found, analysis) : found;
  }

  *#checkSection(section: Section, kept: Kept, context: CheckContext): Generator<void, void> {
    const { analysis } = context;
    for (const block of analysis.eachBlockIn(section.start, section.end)) {
      if (block.start < section.start || block.end > section.end) continue;
      for (const part of partsOf(analysis, block)) {
        if (part !== undefined && isOfInterest(analysis, part.block))
          yield* this.#checkPart(part, section.start, kept, context);
        yield;
      }
    }
  }

  *#checkPart(
    { block, ...part }: Part,
    from: number,
    { findings, gathered }: Kept,
    context: CheckContext,
  ): Generator<void, void> {
    const { reference } = context;
    const paragraph = readParagraph(context.analysis, block, { reference, gender: this.#gender });
    const isWithin = ({ start }: Range): boolean => start >= part.start && start < part.end;
    for (const rule of this.#rules) {
      // The rest of a long part may take as long as a slice.
      if (block.end - block.start > SLICE) yield;
      const report = reporter(rule, -from, findings);
      rule.paragraph?.(paragraph, context, found => isWithin(found) && report(found));
      for (const item of rule.gather?.(paragraph, context) ?? []) {
        if (isWithin(item)) addTo(gathered, rule, shifted(item, -from));
      }
    }
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

/** So much of a section is looked at between two chances to give the thread back. */
const STRETCH = 20_000;

/**
 * On what the findings of a section rest beside its own text and the front matter, as a string to compare: the footnotes
 * that it calls, who was named in full before, and what introduces a block quotation at its head.
 */
function* restsOn({ start, end, standsAlone }: Section, analysis: Analysis): Generator<void, string> {
  const { text, footnotes } = analysis;
  const labels = new Set<string>();
  let people = '';
  for (let at = start; at < end; at += STRETCH) {
    if (at > start) yield;
    const to = Math.min(end, at + STRETCH);
    for (const { label } of footnotes.in(at, to)) labels.add(label);
    if (standsAlone) continue;
    for (const mention of analysis.mentionsIn(at, to)) people += `${mention.people.join()} `;
  }
  const notes = Array.from(labels, label => noteOf(label, analysis)).join();
  const before = text.charCodeAt(start) === 62 ? text.slice(Math.max(0, start - BEFORE), start) : '';
  return notes || people || before ? [notes, people, before].join('\n') : '';
}

const notes = new WeakMap<object, string>();

/** What a footnote says, as far as rules read it, in a few digits. */
function noteOf(label: string, { text, footnotes }: Analysis): string {
  const { definition } = footnotes.definitionOf(label) ?? {};
  if (definition === undefined) return '';
  return getOrAdd(notes, definition, () => {
    const { start, end } = definition;
    const note = text.slice(start, Math.min(end, start + LONGEST_NOTE));
    return [note.length, fnv1a(note), fnv1a(` ${note}`)].join('.');
  });
}

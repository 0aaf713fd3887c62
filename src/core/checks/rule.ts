import type { Dossier } from '../dossier/dossier.ts';
import type { Edtf } from '../dossier/records.ts';
import type { RecordReference } from '../dossier/reference.ts';
import type { Voice } from '../dossier/translate.ts';
import type { Analysis } from '../text/analysis.ts';
import type { FrontMatterFields } from '../text/front-matter-fields.ts';
import type { Range } from '../text/ordered-ranges.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { QuotationMatcher } from '../text/quotation-match.ts';

/** Every rule's code, as it stands in settings, in comments that suppress it, and beside its diagnostics. */
export const RULE_CODES = [
  'misnamed-person',
  'office-at-date',
  'anachronistic-meeting',
  'altered-quotation',
  'misattributed-quotation',
  'unknown-key',
  'duplicate-key',
  'unsupported-citation',
  'weekday-mismatch',
  'disputed-as-fact',
  'weak-source',
  'mixed-transliteration',
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

export const isRuleCode = (code: string): code is RuleCode =>
  (RULE_CODES as readonly string[]).includes(code);

/** As VS Code and SARIF know them; `off` runs no rule. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** One replacement; an empty range inserts. */
export interface Edit extends Range {
  readonly text: string;
}

/** A change that surely mends what was found. */
export interface Fix {
  /** In the reader's language: `Change to “Marco Rubio”`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What a rule found: offsets in the checked text. */
export interface Finding extends Range {
  readonly code: RuleCode;
  /** One or two sentences in the reader's language: what is wrong, and how that is known. */
  readonly message: string;
  readonly fixes: readonly Fix[];
  /** The records that show why; each has a page. */
  readonly because: readonly RecordReference[];
}

/** What a rule reports: {@link Finding} without what is the same for all of a rule. */
export type Report = (
  found: Omit<Finding, 'code' | 'fixes' | 'because'> & Partial<Pick<Finding, 'fixes' | 'because'>>,
) => void;

/** What rules know beside the paragraph. */
export interface CheckContext {
  readonly dossier: Dossier;
  readonly quotations: QuotationMatcher;
  readonly analysis: Analysis;
  readonly frontMatter: FrontMatterFields;
  /** The keys of the bibliography files that the front matter names; left out while none was read. */
  readonly otherKeys?: {
    has(key: string): boolean;
    /** All of the files were read: a key that is not in them is nowhere. */
    readonly complete: boolean;
  };
  /** The document's date, where its front matter gives one. */
  readonly reference: Edtf | undefined;
  readonly voice: Voice;
}

/** A place that says something about the whole file: of `about` it is `value`. */
export interface Gathered extends Range {
  readonly about: string;
  readonly value: string;
}

/** One rule: what is wrong, where, and the edits that would mend it. It reports only what it is sure of. */
export interface Rule {
  readonly code: RuleCode;
  readonly severity: Exclude<Severity, 'off'>;
  /**
   * Looks at one paragraph, for what can be told from it, the front matter and the footnotes that it calls; its findings
   * are kept until one of these changes.
   */
  readonly paragraph?: (paragraph: Paragraph, context: CheckContext, report: Report) => void;
  /** Takes from a paragraph what {@link file} needs; kept as the findings of {@link paragraph} are. */
  readonly gather?: (paragraph: Paragraph, context: CheckContext) => readonly Gathered[];
  /**
   * Looks at the whole file by what was gathered of it, in order; runs after each change, so that its work must be small.
   * The thread may be given back at each `yield`.
   */
  readonly file?: (
    gathered: readonly Gathered[],
    context: CheckContext,
    report: Report,
  ) => Generator<void, void>;
  /** What it reports and why, what it leaves alone and how to mend it, for its page: a title and paragraphs. */
  readonly explain: (voice: Voice) => { readonly title: string; readonly paragraphs: readonly string[] };
}

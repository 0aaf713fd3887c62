import { citedDocuments } from '../../core/citation/bibliography-section.ts';
import { type PreviewCitation, previewCitations } from '../../core/citation/preview/find.ts';
import {
  type FormattedCitations,
  formatCitations,
  type PlacedCitation,
} from '../../core/citation/preview/format.ts';
import {
  bibliographyHtml,
  citationHtml,
  type HtmlVoice,
  inEntryOrder,
  notesHtml,
  type Surrounded,
  unknownKeyHtml,
} from '../../core/citation/preview/html.ts';
import { citesElsewhere, isMeantForSource, ownKeys } from '../../core/citation/preview/unknown.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { onceFor } from '../../core/dossier/keyed.ts';
import type { SourceDocument } from '../../core/dossier/records.ts';
import type { CoreState, InlineState, MarkdownIt, RenderRule, Token } from './markdown-it.ts';
import { replaceMarkers } from './markers.ts';

/** What the plugin asks for while it renders. */
export interface PreviewSource {
  readonly dossier: Dossier;
  /** The style for a document, by what the renderer was called with; `undefined` where keys stay as they are written. */
  readonly style: (env: object) => CitationStyle | undefined;
  /** What is said of a key that no document has; `undefined` where nothing is. */
  readonly unknown: (key: string, inBrackets: boolean) => string | undefined;
  readonly remark: HtmlVoice['remark'];
  readonly words: Pick<HtmlVoice, 'notes' | 'bibliography' | 'back'>;
}

const CITATION = 'counterparts_citation';
const KEY = 'counterparts_key';
const NOTES = 'counterparts_notes';
const BIBLIOGRAPHY = 'counterparts_bibliography';

/** A text with its citations in order; made when it is parsed. */
interface CitedText {
  readonly source: string;
  readonly env: object;
  readonly citations: PlacedCitation[];
  readonly unknown: Set<string>;
  hasBibliography: boolean;
  /** What was made of it last. */
  made?: Made;
}

interface Made {
  readonly style: CitationStyle;
  readonly formatted: FormattedCitations;
  readonly entries: readonly SourceDocument[];
  /** Of the entries, from 1. */
  readonly numbers: ReadonlyMap<SourceDocument, number>;
}

/** What stands behind a token of ours. The tokens themselves go to others, as JSON: they carry text alone. */
type Mark =
  | ({
      readonly kind: 'citation';
      readonly citation: PreviewCitation;
      readonly source: string;
      text?: CitedText;
      index: number;
    } & Surrounded)
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly written: string;
      readonly inBrackets: boolean;
      text?: CitedText;
    }
  /** A break of the line before a citation. */
  | { readonly kind: 'break'; readonly text: CitedText; readonly index: number }
  | { readonly kind: 'notes'; readonly text: CitedText }
  | { readonly kind: 'bibliography'; readonly text: CitedText; readonly written: readonly Token[] };

/** Shows the citations of Markdown that an instance of markdown-it renders; see {@link PreviewSource}. */
export function installCitations(md: MarkdownIt, source: PreviewSource): void {
  const marks = new WeakMap<Token, Mark>();
  const citationsOf = onceFor(({ src }: InlineState) => byPlace(previewCitations(src)));
  /** Within a citation: `words` leave every key alone, `keys` only mark unknown ones. */
  let within: 'words' | 'keys' | undefined;

  const isKnown = (key: string): boolean => source.dossier.documents.has(key);

  function inlineRule(state: InlineState, silent: boolean): boolean {
    const unit = state.src.charCodeAt(state.pos);
    // `[`, `@`, `-`
    if ((unit !== 91 && unit !== 64 && unit !== 45) || within === 'words' || state.linkLevel > 0)
      return false;
    const { starting, keys } = citationsOf(state);
    const citation = starting.get(state.pos);
    if (
      citation &&
      !within &&
      citation.end <= state.posMax &&
      citation.items.some(({ key }) => isKnown(key))
    ) {
      return !isLink(state, citation) && take(state, citation, silent);
    }
    const found = unit === 64 ? keys.get(state.pos) : undefined;
    if (!found || isKnown(found.item.key)) return false;
    const inBrackets = within === 'keys' || isMeantForSource(state.src, found.citation, found.item.key);
    if (source.unknown(found.item.key, inBrackets) === undefined) return false;
    const length = found.item.mark.replace(/^-/, '').length;
    if (state.pos + length > state.posMax) return false;
    if (!silent) {
      const token = state.push(KEY, '', 0);
      token.content = state.src.slice(state.pos, state.pos + length);
      marks.set(token, { kind: 'key', key: found.item.key, written: token.content, inBrackets });
    }
    state.pos += length;
    return true;
  }

  function isLink({ src, env }: InlineState, { bracketed, start, end }: PreviewCitation): boolean {
    const label = md.utils.normalizeReference(src.slice(start + 1, end - 1));
    return bracketed && env.references !== undefined && Object.hasOwn(env.references, label);
  }

  function take(state: InlineState, citation: PreviewCitation, silent: boolean): boolean {
    const { src, posMax, pos } = state;
    const after = /^[.,;?]{0,3}/.exec(src.slice(citation.end, Math.min(posMax, citation.end + 3)))?.[0] ?? '';
    if (!silent) {
      const before = / +$/.exec(state.pending.slice(-8))?.[0] ?? '';
      if (before) state.pending = state.pending.slice(0, -before.length);
      const token = state.push(CITATION, '', 0);
      token.content = before + src.slice(pos, citation.end) + after;
      const written = src.slice(pos, citation.end);
      marks.set(token, { kind: 'citation', citation, source: written, before, after, index: 0 });
    }
    state.pos = citation.end + after.length;
    return true;
  }

  /** Gathers the citations once all is parsed, and gives them the type of text: so headings and links keep their names. */
  function coreRule(state: CoreState): void {
    if (within) return;
    const text: CitedText = {
      source: state.src,
      env: state.env,
      citations: [],
      unknown: new Set(),
      hasBibliography: false,
    };
    let footnotes = 0;
    for (const token of state.tokens) {
      if (token.type === 'footnote_open') footnotes++;
      else if (token.type === 'footnote_close') footnotes--;
      const inNote = footnotes > 0 || /^\[\^[^\]\s]{1,200}\]:/.test(token.content);
      gatherBlock(token.children ?? [], text, inNote);
    }
    const markers = replaceMarkers(state, (token, written) => {
      text.hasBibliography = true;
      token.type = BIBLIOGRAPHY;
      marks.set(token, { kind: 'bibliography', text, written });
    });
    if (markers) state.tokens = markers;
    if (text.citations.length > 0) {
      const token = new state.Token(NOTES, '', 0);
      marks.set(token, { kind: 'notes', text });
      state.tokens.push(token);
    }
  }

  function gatherBlock(tokens: readonly Token[], text: CitedText, inNote: boolean): void {
    for (const [at, token] of tokens.entries()) {
      gather(token, text, inNote);
      const before = tokens[at - 1];
      const mark = marks.get(token);
      if (before?.type === 'softbreak' && mark?.kind === 'citation')
        marks.set(before, { kind: 'break', text, index: mark.index });
    }
  }

  /** @param text `undefined` within an image, whose description shows what is written */
  function gather(token: Token, text: CitedText | undefined, inNote: boolean): void {
    for (const child of token.children ?? []) gather(child, undefined, inNote);
    const mark = marks.get(token);
    if (mark === undefined) return;
    token.type = 'text';
    if (mark.kind === 'citation' && text) {
      mark.text = text;
      mark.index = text.citations.length;
      text.citations.push({ citation: mark.citation, inNote });
    } else if (mark.kind === 'key' && text) {
      mark.text = text;
      text.unknown.add(mark.key);
    }
  }

  function madeOf(text: CitedText, style: CitationStyle): Made {
    if (text.made?.style === style) return text.made;
    const { dossier } = source;
    const formatted = formatCitations(text.citations, style, key => dossier.documents.get(key));
    const entries = text.hasBibliography ? inEntryOrder(citedDocuments(dossier, text.source), style) : [];
    const numbers = new Map(entries.map((document, index) => [document, index + 1]));
    text.made = { style, formatted, entries, numbers };
    return text.made;
  }

  function render(mark: Mark, ...[, , options, env, self]: Parameters<RenderRule>): string | undefined {
    /** Markdown within a citation, by the rules of the text around it. */
    const inline = (markdown: string, how: 'words' | 'keys', text: CitedText): string => {
      within = how;
      try {
        const tokens = md.parseInline(markdown, { ...text.env });
        for (const child of tokens.flatMap(({ children }) => children ?? [])) gather(child, text, false);
        return self.render(tokens, options, env);
      } finally {
        within = undefined;
      }
    };
    const style = source.style(env);
    const { text } = mark;
    if (mark.kind === 'break') {
      // The number of a note stands at the word before it.
      const [first] = style ? (madeOf(mark.text, style).formatted.shown[mark.index] ?? []) : [];
      return first?.kind === 'note' ? '' : undefined;
    }
    if (mark.kind === 'key') return style && text && keyHtml(mark, text);
    if (!text) return undefined;
    if (!style) {
      if (mark.kind === 'citation')
        return mark.before + inline(mark.source, 'words', text) + md.utils.escapeHtml(mark.after);
      return mark.kind === 'notes' ? '' : self.render([...mark.written], options, env);
    }
    const { formatted, entries, numbers } = madeOf(text, style);
    const voice: HtmlVoice = {
      style,
      ...source.words,
      remark: source.remark,
      written: markdown => inline(markdown, 'keys', text),
      entryOf: document => numbers.get(document),
    };
    if (mark.kind === 'citation') return citationHtml(formatted, mark.index, mark, voice);
    if (mark.kind === 'notes') return notesHtml(formatted, voice);
    return bibliographyHtml(entries, voice) || self.render([...mark.written], options, env);
  }

  const otherSources = onceFor((text: CitedText) => ({
    own: ownKeys(text.source),
    elsewhere: citesElsewhere(text.source, text.unknown, text.citations.length > 0),
  }));

  function keyHtml(
    { key, inBrackets, written }: Extract<Mark, { kind: 'key' }>,
    text: CitedText,
  ): string | undefined {
    const remark = source.unknown(key, inBrackets);
    if (remark === undefined) return undefined;
    const { own, elsewhere } = otherSources(text);
    return elsewhere || own.has(key) ? undefined : unknownKeyHtml(written, remark);
  }

  md.inline.ruler.before('link', CITATION, inlineRule);
  md.core.ruler.push(CITATION, coreRule);
  const { rules } = md.renderer;
  for (const type of ['text', 'softbreak', NOTES, BIBLIOGRAPHY]) {
    const other = rules[type];
    rules[type] = (tokens, index, ...rest) => {
      const token = tokens[index];
      const mark = token && marks.get(token);
      return (mark && render(mark, tokens, index, ...rest)) ?? other?.(tokens, index, ...rest) ?? '';
    };
  }
}

function byPlace(citations: readonly PreviewCitation[]) {
  return {
    starting: new Map(citations.map(citation => [citation.start, citation])),
    keys: new Map(
      citations.flatMap(citation => citation.items.map(item => [item.at, { citation, item }] as const)),
    ),
  };
}

import { readMarker } from '../../core/citation/bibliography-markers.ts';
import { type PreviewCitation, previewCitations } from '../../core/citation/preview/find.ts';
import {
  bibliographyHtml,
  citationHtml,
  type HtmlVoice,
  notesHtml,
  roleAsWritten,
} from '../../core/citation/preview/html.ts';
import { STYLES } from '../../core/citation/styles/registry.ts';
import { onceFor } from '../../core/dossier/keyed.ts';
import { isForeignKey } from '../../core/text/foreign-keys.ts';
import { mayCite } from '../../core/text/roles.ts';
import { makerFor } from './made.ts';
import type { CoreState, InlineState, MarkdownIt, RenderRule, Token } from './markdown-it.ts';
import { replaceMarkers } from './markers.ts';
import type { CitedText, Mark, PreviewSource } from './marks.ts';

const CITATION = 'counterparts_citation';
const KEY = 'counterparts_key';
const NOTES = 'counterparts_notes';
const BIBLIOGRAPHY = 'counterparts_bibliography';

/** Shows the citations of Markdown that an instance of markdown-it renders; see {@link PreviewSource}. */
export function installCitations(md: MarkdownIt, source: PreviewSource): void {
  const marks = new WeakMap<Token, Mark>();
  const citationsOf = onceFor(({ src }: InlineState) => byPlace(previewCitations(src)));
  /** Within a citation: `words` leave every key alone, `keys` only mark unknown ones. */
  let within: 'words' | 'keys' | undefined;
  /** What may have a key, beside the dossier. */
  let isListed = source.mayBeListed;

  const { madeOf, keyHtml } = makerFor(source);
  const isKnown = (key: string): boolean => source.dossier.documents.has(key) || isListed(key);

  function inlineRule(state: InlineState, silent: boolean): boolean {
    const unit = state.src.charCodeAt(state.pos);
    // `[`, `@`, `-`, `{`
    if (
      (unit !== 91 && unit !== 64 && unit !== 45 && unit !== 123) ||
      within === 'words' ||
      state.linkLevel > 0
    )
      return false;
    const { starting, keys } = citationsOf(state);
    const citation = starting.get(state.pos);
    if (
      citation &&
      !within &&
      citation.end <= state.posMax &&
      (citation.role || citation.items.some(({ key }) => isKnown(key)))
    ) {
      return !isLink(state, citation) && take(state, citation, silent);
    }
    const found = unit === 64 ? keys.get(state.pos) : undefined;
    if (!found || isKnown(found.item.key)) return false;
    const { citation: around, item } = found;
    const inBrackets = within === 'keys' || (around.meant && !isForeignKey(item.key));
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
    return (
      src.charCodeAt(start) === 91 &&
      bracketed &&
      env.references !== undefined &&
      Object.hasOwn(env.references, label)
    );
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
      const meant = citation.meant && !citation.items.some(({ key }) => isForeignKey(key));
      marks.set(token, { kind: 'citation', citation, source: written, meant, before, after, index: 0 });
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
      const named = readMarker(written[0]?.content.trim() ?? '')?.style;
      const listStyle = STYLES.find(({ id }) => id === named);
      if (listStyle) text.listStyle = listStyle;
      token.type = BIBLIOGRAPHY;
      marks.set(token, { kind: 'bibliography', text, written });
    });
    if (markers) state.tokens = markers;
    // Asked for in each text that may have keys, so that its bibliography files are read.
    if (mayCite(state.src)) {
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

  function render(mark: Mark, ...[, , options, env, self]: Parameters<RenderRule>): string | undefined {
    /** Markdown within a citation, by the rules of the text around it. */
    const inline = (markdown: string, how: 'words' | 'keys', text: CitedText): string => {
      within = how;
      isListed = key => source.listed(env).has(key);
      try {
        const tokens = md.parseInline(markdown, { ...text.env });
        for (const child of tokens.flatMap(({ children }) => children ?? [])) gather(child, text, false);
        return self.render(tokens, options, env);
      } finally {
        within = undefined;
        isListed = source.mayBeListed;
      }
    };
    const { text } = mark;
    if (!text) return undefined;
    const style = source.style(env);
    const made = style && madeOf(text, style, env);
    const unknownKey = (key: string): string =>
      (made && !isForeignKey(key) && keyHtml({ key, inBrackets: true, written: key }, made)) ||
      md.utils.escapeHtml(key);
    const asWritten = ({
      before,
      source: written,
      citation: { items, role, start },
      meant,
      after,
    }: Extract<Mark, { kind: 'citation' }>): string => {
      const keys = items.map(({ at, key }) => ({ at: at - start, key }));
      const html = role
        ? roleAsWritten(written, keys, unknownKey)
        : inline(written, made && meant ? 'keys' : 'words', text);
      return before + html + md.utils.escapeHtml(after);
    };
    if (!made) {
      if (mark.kind === 'citation') return asWritten(mark);
      if (mark.kind === 'notes') return '';
      return mark.kind === 'bibliography' ? self.render([...mark.written], options, env) : undefined;
    }
    const { formatted, entries, numbers } = made;
    const voice: HtmlVoice = {
      style,
      ...source.words,
      remark: source.remark,
      written: markdown => inline(markdown, 'keys', text),
      unknownKey,
      entryOf: work => numbers.get(work),
    };
    switch (mark.kind) {
      case 'break':
        // The number of a note stands at the word before it.
        return formatted.shown[mark.index]?.[0]?.kind === 'note' ? '' : undefined;
      case 'key':
        return keyHtml(mark, made);
      case 'citation':
        return formatted.shown[mark.index]?.length
          ? citationHtml(formatted, mark.index, mark, voice)
          : asWritten(mark);
      case 'notes':
        return notesHtml(formatted, voice);
      case 'bibliography':
        return (
          bibliographyHtml(entries, { ...voice, style: text.listStyle ?? style }) ||
          self.render([...mark.written], options, env)
        );
    }
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

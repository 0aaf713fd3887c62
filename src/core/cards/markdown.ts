import type { RecordReference } from '../dossier/reference.ts';
import type { Block, Inline, Page } from './page.ts';
import { groupMarks, namedPlaces, type SourceGroup, type SourceMark } from './sources.ts';

/** Gives the address of a page, as it stands in the destination of a link. */
export type LinkTo = (reference: RecordReference) => string;

/**
 * Writes text so that Markdown shows exactly it: on one line, no character of it is markup, HTML or an icon.
 * Everything that comes from a record, a document or the writer's file goes through here.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_~|$]/g, '\\$&')
      // What begins a block: a list, a heading, a rule, an underline.
      .replace(/^ ?(?:[#+=-]|\d+(?=[.)]))/, match =>
        /\d/.test(match) ? `${match}\\` : match.replace(/[#+=-]/, '\\$&'),
      )
      // What becomes a link of itself.
      .replace(/:(?=\/\/)|@(?=\w)|(?<=\bwww)\./gi, '\\$&')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      // As references: within the text of a link, hovers take a backslash away from a bracket.
      .replace(/\[/g, '&#91;')
      .replace(/\]/g, '&#93;')
  );
}

/** An address as the destination of a link. Only web addresses and what `LinkTo` gives become links. */
export function escapeDestination(url: string): string {
  return url.replace(/[\s<>()\\"`|\p{Cc}]/gu, char =>
    encodeURIComponent(char).replace(/[()]/g, paren => `%${paren.charCodeAt(0).toString(16)}`),
  );
}

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s]+$/i.test(url);

function inline(part: Inline, linkTo: LinkTo): string {
  if (typeof part === 'string') return escapeMarkdown(part);
  if ('strong' in part) return `**${escapeMarkdown(part.strong)}**`;
  if ('emphasis' in part) return `*${escapeMarkdown(part.emphasis)}*`;
  return link(part.text, 'url' in part.to ? part.to.url : part.to, linkTo);
}

function link(text: string, to: string | RecordReference, linkTo: LinkTo): string {
  if (typeof to !== 'string') return `[${escapeMarkdown(text)}](${linkTo(to)})`;
  return isWebAddress(to) ? `[${escapeMarkdown(text)}](${escapeDestination(to)})` : escapeMarkdown(text);
}

/** At most so many places of one source stand on a card. */
const PLACES = 5;

const markTarget = (mark: SourceMark): string | RecordReference | undefined => mark.reference ?? mark.url;

/** `Reuters 2013, ¶1, ¶4, ¶8 ⟨B2⟩`, each place with its link. */
export function sourceGroupText(group: SourceGroup, linkTo: LinkTo): string {
  const linked = (text: string, mark: SourceMark | undefined): string => {
    const to = mark && markTarget(mark);
    return to === undefined ? escapeMarkdown(text) : link(text, to, linkTo);
  };
  const named = namedPlaces(group);
  const places = named.slice(0, PLACES).map(mark => linked(mark.place ?? '', mark));
  // Where places have links of their own, the name needs none.
  const name = named.length > 0 ? escapeMarkdown(group.source) : linked(group.source, group.places[0]);
  const all = [name, ...places, ...(named.length > PLACES ? ['…'] : [])].join(', ');
  return group.grade === undefined ? all : `${all} ⟨${group.grade}⟩`;
}

/** What supports a statement, by source, then what contradicts it. Notes stand with the evidence itself. */
function evidenceText(evidence: readonly SourceMark[], contradictedBy: string, linkTo: LinkTo): string {
  return groupMarks(evidence)
    .map(group => {
      const source = sourceGroupText(group, linkTo);
      return group.contradicts ? `*${escapeMarkdown(contradictedBy)}* ${source}` : source;
    })
    .join('<br>');
}

const line = (content: readonly Inline[], linkTo: LinkTo): string =>
  content.map(part => inline(part, linkTo)).join('');

function block(item: Block, linkTo: LinkTo): string {
  switch (item.kind) {
    case 'heading':
      return `${'#'.repeat(item.level)} ${escapeMarkdown(item.text)}`;
    case 'paragraph':
      return line(item.content, linkTo);
    case 'notice':
      return `> ${line(item.content, linkTo)}`;
    case 'list':
      return item.items.map(content => `- ${line(content, linkTo)}`).join('\n');
    case 'statements':
      return [
        `| ${item.columns.map(escapeMarkdown).join(' | ')} |`,
        '| --- | --- | --- |',
        ...item.rows.map(
          row =>
            `| ${escapeMarkdown(row.label)} | ${line(row.content, linkTo)} | ${evidenceText(row.evidence, item.contradictedBy, linkTo)} |`,
        ),
      ].join('\n');
  }
}

/** The page as Markdown. */
export function pageMarkdown(page: Page, linkTo: LinkTo): string {
  return `${[`# ${escapeMarkdown(page.title)}`, ...page.blocks.map(item => block(item, linkTo))].join('\n\n')}\n`;
}

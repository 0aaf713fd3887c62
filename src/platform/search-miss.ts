import * as vscode from 'vscode';
import { explainMiss, type Miss } from '../core/search/explain.ts';
import type { EntryType } from '../core/search/options.ts';
import type { Searcher } from '../core/search/searcher.ts';
import { withoutIcons } from './ranked-quick-pick.ts';

/** What is looked for, which the sentence names. */
type Wanted = 'source' | 'quotation' | 'anything';

/** A row that says why nothing is found, or what to look for instead. */
export interface MissRow extends vscode.QuickPickItem {
  /** What choosing the row looks for, in the same picker or in the search of everything; nothing where nothing helps. */
  readonly instead?: { readonly query: string; readonly everywhere: boolean };
}

/** No more of what was typed is said back. */
const LONGEST = 60;
const SEVERAL = 3;

/**
 * The rows for a query of which no record of the types has all words: the first says why, and choosing it does what helps
 * most; the others offer what helps too. None where something has all words.
 */
export function missRows(
  searcher: Searcher,
  typed: string,
  wanted: Wanted,
  types?: readonly EntryType[],
): MissRow[] {
  const miss = explainMiss(searcher, typed, types);
  if (!miss) return [];
  const [first, ...others] = remedies(miss, typed);
  return [
    {
      label: reason(miss, wanted),
      detail: first
        ? vscode.l10n.t('Choose this: {0} ({1})', first.label, first.description ?? '')
        : vscode.l10n.t('Try fewer words, another spelling, a name, a place or a year.'),
      iconPath: new vscode.ThemeIcon('info'),
      alwaysShow: true,
      ...(first && { instead: first.instead }),
    },
    ...others,
  ];
}

/** The row for a query of which not even some of the words can be found, or explained. */
export const nothingFound = (typed: string): MissRow => ({
  label: vscode.l10n.t('Nothing found for “{0}”', cut(typed)),
  detail: vscode.l10n.t(
    'Names, places, dates, topics and every word of the originals are searched. Try fewer words, another spelling, a name, a place or a year.',
  ),
  iconPath: new vscode.ThemeIcon('info'),
  alwaysShow: true,
});

const cut = (text: string): string =>
  withoutIcons(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function reason({ unknown, known }: Miss, wanted: Wanted): string {
  const { t } = vscode.l10n;
  const words = unknown.map(word => `“${cut(word)}”`).join(', ');
  const heads: Record<Wanted, string> =
    unknown.length > 0
      ? {
          source: t('No source has {0}', words),
          quotation: t('No quotation has {0}', words),
          anything: t('Nothing has {0}', words),
        }
      : {
          source: t('No source has all of the words'),
          quotation: t('No quotation has all of the words'),
          anything: t('Nothing has all of the words'),
        };
  const counts = known.slice(0, SEVERAL).map(({ word, count }) => t('{0} have “{1}”', count, cut(word)));
  return [heads[wanted], counts.join(', ')].filter(Boolean).join('; ');
}

/** What helps, the best first: another spelling, then another place to look in, then fewer words. */
function remedies(
  { suggestions, elsewhere }: Miss,
  typed: string,
): (MissRow & Required<Pick<MissRow, 'instead'>>)[] {
  const { t } = vscode.l10n;
  const names: Record<EntryType, string> = {
    person: t('People'),
    meeting: t('Meetings'),
    document: t('Documents'),
    passage: t('Paragraphs'),
    quotation: t('Quotations'),
    dispute: t('Disputes'),
  };
  const others = suggestions.map(({ query, count, kind }) => ({
    kind,
    label: t('Search for “{0}”', withoutIcons(query)),
    description: t('{0} found', count),
    iconPath: new vscode.ThemeIcon('search'),
    alwaysShow: true,
    instead: { query, everywhere: false },
  }));
  const everywhere = {
    label: t('Search everything for “{0}”', cut(typed)),
    description: [...elsewhere].map(([type, count]) => `${names[type]}: ${count}`).join(' · '),
    iconPath: new vscode.ThemeIcon('search'),
    alwaysShow: true,
    instead: { query: typed, everywhere: true },
  };
  return [
    ...others.filter(({ kind }) => kind === 'spelling'),
    ...(elsewhere.size > 0 ? [everywhere] : []),
    ...others.filter(({ kind }) => kind === 'fewer'),
  ];
}

import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import { factsOf } from '../../core/checks/passage-facts.ts';
import { contentWords } from '../../core/citation/content-words.ts';
import { blankMarkup, plainWords } from '../../core/citation/plain-words.ts';
import { type Claim, placesIn, type Support, supportFor } from '../../core/citation/support.ts';
import { formatEdtf } from '../../core/dossier/date-format.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { parseEdtf } from '../../core/dossier/edtf.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { executeCommand } from '../../platform/commands.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import { createRankedQuickPick } from '../../platform/ranked-quick-pick.ts';
import { missRows } from '../../platform/search-miss.ts';
import { editorVoice } from '../../platform/voice.ts';
import { Destination } from './destination.ts';
import { mannerFor } from './form.ts';
import { type CitationDependencies, insertReferences } from './insert-command.ts';
import { referencesTo } from './records.ts';
import { openPageButton, type Row, separator } from './rows.ts';
import { type Stretch, stretchToSupport } from './sentence.ts';

/** Words beyond these tell little more of what a sentence is about. */
const WORDS = 15;
/** As many passages have a word at most. */
const PASSAGES = 2_000;
/** So many words are searched for, where no passage supports the claim. */
const ASKED = 8;
/** Of the results for one word, those that have it as well as the best. */
const AS_GOOD = 0.9;

/** Runs `Counterparts: Find Support`: the passages that bear a sentence out, with what they bear out and what they do not. */
export async function findSupportCommand(deps: CitationDependencies): Promise<void> {
  const { service, analyses, state } = deps;
  const editor = vscode.window.activeTextEditor;
  const loaded = await service.load();
  const stretch = editor && (await stretchToSupport(editor, analyses));
  if (!stretch) {
    throw new Error(vscode.l10n.t('Select some words of a Markdown file, or put the caret into a sentence.'));
  }
  const claim = claimOf(loaded.dossier, editor.document.getText(), stretch);
  const found = supportFor(loaded.dossier, claim, {
    facts: (document, passage) => factsOf(loaded.dossier, document, [passage]),
    havingWord: passagesWith(loaded),
  });
  const words = plainWords(editor.document.getText().slice(stretch.start, stretch.end));
  const rows = found.length > 0 ? rowsOf(loaded.dossier, claim, found) : whyNone(loaded, claim);
  const picked = await pick(words, rows);
  if (!picked) return;
  const destination = await Destination.find(deps.bibliographies);
  const manner = mannerFor(state, editor.document);
  await insertReferences(deps, destination, referencesTo(loaded.dossier, [picked]), manner);
}

function claimOf(dossier: Dossier, text: string, { start, end, analysis }: Stretch): Claim {
  const words = text.slice(start, end);
  const mentions = analysis?.mentionsIn(start, end) ?? [];
  const dates = analysis?.datesIn(start, end) ?? [];
  const places = placesIn(dossier, words);
  const masked = analysis?.maskedIn(start, end) ?? [];
  // Names, dates and places are compared as such, and not word by word.
  let rest = [...mentions, ...dates, ...masked].reduce((left, { start: from, end: to }) => {
    const [a, b] = [Math.max(0, from - start), Math.min(words.length, to - start)];
    return left.slice(0, a) + ' '.repeat(Math.max(0, b - a)) + left.slice(Math.max(a, b));
  }, blankMarkup(words));
  for (const place of places) rest = rest.replaceAll(place, ' ');
  return {
    people: [...new Set(mentions.flatMap(({ people }) => (people.length === 1 ? people : [])))],
    dates: [...new Set(dates.map(({ edtf }) => edtf))].map(edtf => parseEdtf(edtf)),
    places,
    words: contentWords(rest, WORDS).split(' ').filter(Boolean),
  };
}

function passagesWith({ searcher }: LoadedDossier): (word: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return word => {
    let found = known.get(word);
    if (!found) {
      const results = searcher.search(word, { limit: PASSAGES, types: ['passage'] });
      const least = (results[0]?.score ?? 0) * AS_GOOD;
      found = new Set(results.filter(({ score }) => score >= least).map(({ id }) => id));
      known.set(word, found);
    }
    return found;
  };
}

/** What a claim says, part by part, for a reader. */
function partsOf(dossier: Dossier, claim: Claim): Readonly<Record<keyof Claim, readonly string[]>> {
  const { dates } = editorVoice();
  return {
    people: claim.people.map(id => dossier.people.get(id)?.name ?? id),
    dates: claim.dates.map(({ text }) => formatEdtf(text, dates)),
    places: claim.places,
    words: claim.words.map(word => `“${word}”`),
  };
}

/** Why no passage supports a claim, and what to search for instead. */
function whyNone({ dossier, searcher }: LoadedDossier, claim: Claim): Row[] {
  const { t } = vscode.l10n;
  const { people, dates, places, words } = partsOf(dossier, claim);
  const asked = [...people, ...dates, ...places, ...words].join(', ');
  const query = [...people, ...places, ...claim.words].join(' ').split(' ').slice(0, ASKED).join(' ');
  const everything = t('Search everything for “{0}”', query);
  return [
    {
      label: t('No paragraph supports this: none has a quarter of its names, dates, places and words'),
      detail:
        asked === ''
          ? t('It has no names, dates or places, and no words to look for.')
          : t('Looked for {0}', asked),
      iconPath: new vscode.ThemeIcon('info'),
      alwaysShow: true,
    },
    ...missRows(searcher, query, 'source', ['passage']),
    ...(query === ''
      ? []
      : [
          {
            label: everything,
            iconPath: new vscode.ThemeIcon('search'),
            alwaysShow: true,
            instead: { query, everywhere: true },
          },
        ]),
  ];
}

function rowsOf(dossier: Dossier, claim: Claim, found: readonly Support[]): Row[] {
  const { t } = vscode.l10n;
  const names = partsOf(dossier, claim);
  const list = (support: Support, side: 'found' | 'missing'): string =>
    (['people', 'dates', 'places', 'words'] as const)
      .flatMap(name => support[name][side].map(index => names[name][index]))
      .join(', ');
  const openPage = openPageButton();
  const rows = found.flatMap((support): Row[] => {
    const reference: RecordReference = { type: 'passage', id: support.id };
    const line = summaryLine(dossier, reference, editorVoice());
    if (!line) return [];
    const missing = list(support, 'missing');
    return [
      {
        reference,
        label: line.label,
        description: line.description,
        detail: [
          t('Matches: {0}', list(support, 'found')),
          missing === '' ? t('nothing is missing') : t('not there: {0}', missing),
          line.detail,
        ].join(' · '),
        iconPath: new vscode.ThemeIcon(support.weak ? 'warning' : 'note'),
        alwaysShow: true,
        buttons: [openPage],
      },
    ];
  });
  const firstWeak = found.findIndex(({ weak }) => weak);
  if (firstWeak < 0) return rows;
  return [...rows.slice(0, firstWeak), separator(t('Weak sources')), ...rows.slice(firstWeak)];
}

async function pick(sentence: string, rows: readonly Row[]): Promise<RecordReference | undefined> {
  const picker = createRankedQuickPick<Row>();
  picker.title = vscode.l10n.t(
    'Support for “{0}”',
    sentence.length > 80 ? `${sentence.slice(0, 80)}…` : sentence,
  );
  picker.placeholder = vscode.l10n.t('Choose a passage to cite it');
  picker.items = rows;
  picker.activeItems = rows.filter(({ reference, instead }) => reference ?? instead).slice(0, 1);
  try {
    return await new Promise(resolve => {
      picker.onDidAccept(() => {
        const { reference, instead } = picker.activeItems[0] ?? {};
        resolve(reference);
        if (instead) void executeCommand('counterparts.search', instead.query);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.onDidTriggerItemButton(({ item }) => {
        resolve(undefined);
        if (item.reference) void executeCommand('counterparts.openPage', item.reference);
      });
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

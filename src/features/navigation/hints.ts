import * as vscode from 'vscode';
import { grade, gradeWords, tenureText } from '../../core/cards/phrases.ts';
import { type Dossier, tenureOf } from '../../core/dossier/dossier.ts';
import { contains } from '../../core/dossier/edtf.ts';
import type { Office } from '../../core/dossier/records.ts';
import type { Analysis, Block } from '../../core/text/analysis.ts';
import type { Mention } from '../../core/text/mention.ts';
import { datesOfSentence } from '../../core/text/sentence-dates.ts';
import { editorVoice } from '../../platform/voice.ts';
import type { NavigationSources } from './index.ts';

/** In a longer paragraph it would take too long to tell where a name stands first. */
const LONGEST = 20_000;

/**
 * Behind a name, where a paragraph has it first, the office at the date of its sentence; behind a key the document's short
 * name and grade. Only what is sure: no date, no office.
 */
export async function inlayHints(
  { service, analyses }: NavigationSources,
  document: vscode.TextDocument,
  range: vscode.Range,
  token: vscode.CancellationToken,
): Promise<vscode.InlayHint[] | undefined> {
  const analysis = await analyses.get(document, token);
  if (analysis === undefined) return undefined;
  const dossier = await service.get();
  const voice = editorVoice();
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const hint = (offset: number, label: string, tooltip: string): vscode.InlayHint => {
    const made = new vscode.InlayHint(document.positionAt(offset), label);
    made.paddingLeft = true;
    made.tooltip = tooltip;
    return made;
  };
  const blocks = analysis.blocksIn(start, end).filter(block => block.end - block.start <= LONGEST);
  const hints = blocks.flatMap(block =>
    firstMentions(analysis, block).flatMap(mention => {
      const offices = officesThen(dossier, analysis, mention);
      if (offices.length === 0 || mention.nameEnd < start || mention.nameEnd > end) return [];
      const titles = offices.map(({ title }) => title).join(', ');
      const tenures = offices.map(office => `${office.title}, ${tenureText(office, voice)}`).join('; ');
      return [hint(mention.nameEnd, titles, tenures)];
    }),
  );
  for (const key of analysis.keysIn(start, end)) {
    const cited = dossier.documents.get(key.key);
    if (cited === undefined) continue;
    const { shortName, assessment } = cited;
    hints.push(
      hint(
        key.end,
        `${shortName} ⟨${grade(assessment)}⟩`,
        `${grade(assessment)}: ${gradeWords(assessment, voice.t)}`,
      ),
    );
  }
  return hints;
}

/** The first mention of each person in a block, where it is clear who is meant. */
function firstMentions(analysis: Analysis, block: Block): Mention[] {
  const first = new Map<string, Mention>();
  for (const mention of analysis.mentionsIn(block.start, block.end)) {
    const [id, ...others] = mention.people;
    if (id !== undefined && others.length === 0 && !first.has(id)) first.set(id, mention);
  }
  return [...first.values()];
}

/** The offices held on every date of the sentence, of a name that stands there without a title. */
function officesThen(dossier: Dossier, analysis: Analysis, { people, nameStart, title }: Mention): Office[] {
  const sentence = analysis.sentenceAt(nameStart);
  const person = dossier.people.get(people[0] ?? '');
  if (sentence === undefined || person === undefined || title !== undefined) return [];
  const dates = datesOfSentence(analysis, sentence);
  if (dates.length === 0) return [];
  return person.offices.filter(
    office => office.from !== undefined && dates.every(date => contains(tenureOf(office), date)),
  );
}

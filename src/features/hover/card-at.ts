import * as vscode from 'vscode';
import { type Clues, NO_CLUES } from '../../core/cards/fit.ts';
import { personCard } from '../../core/cards/person-card.ts';
import { type EdtfDate, parseEdtf } from '../../core/dossier/edtf.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import type { Mention } from '../../core/text/mention.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { editorVoice } from '../../platform/voice.ts';
import { cardMarkdown } from './card-markdown.ts';

export interface CardSources {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
}

/** The card over the name at a position, with the name's exact range; `undefined` where none is. */
export async function cardAt(
  { service, analyses }: CardSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const analysis = await analyses.get(document, token);
  const mention = analysis && mentionAt(analysis, document.offsetAt(position));
  if (!mention) return undefined;
  const dossier = await service.get();
  const [first, ...others] = mention.people;
  const person = dossier.people.get(first ?? '');
  if (!person || token.isCancellationRequested) return undefined;
  const card = personCard(dossier, person, clues(analysis, mention), mention.form, others, editorVoice());
  return new vscode.Hover(
    cardMarkdown(card),
    new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end)),
  );
}

/** The mention under the pointer, or right before the cursor. */
export const mentionAt = (analysis: Analysis, offset: number): Mention | undefined =>
  analysis.mentionAt(offset) ?? (offset > 0 ? analysis.mentionAt(offset - 1) : undefined);

/** What the sentence around the name says. */
function clues(analysis: Analysis, mention: Mention): Clues {
  const sentence = analysis.sentenceAt(mention.nameStart);
  if (!sentence) return NO_CLUES;
  const { start, end } = sentence;
  const dates = analysis.datesIn(start, end).map((date): EdtfDate => parseEdtf(date.edtf));
  const people = analysis
    .mentionsIn(start, end)
    .flatMap(other => (other.people.length === 1 && other.start !== mention.start ? other.people : []));
  return { dates, people, text: analysis.text.slice(start, end) };
}

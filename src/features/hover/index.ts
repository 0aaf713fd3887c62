import * as vscode from 'vscode';
import { type Clues, NO_CLUES } from '../../core/cards/fit.ts';
import { personCard } from '../../core/cards/person-card.ts';
import { type EdtfDate, parseEdtf } from '../../core/dossier/edtf.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import type { Mention } from '../../core/text/mention.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';
import { editorVoice } from '../../platform/voice.ts';
import { cardMarkdown } from './card-markdown.ts';

interface Dependencies {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly log: Log;
}

export interface HoverRegistration extends vscode.Disposable {
  provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined>;
}

/** The card over a name in Markdown, from the pointer and from the keyboard. */
export function registerHover(deps: Dependencies): HoverRegistration {
  const { analyses, log } = deps;
  const store = new DisposableStore();
  const provideHover: HoverRegistration['provideHover'] = async (document, position, token) => {
    if (!setting('hover.enabled', document)) return undefined;
    try {
      return await cardAt(deps, document, position, token);
    } catch (error) {
      // Nobody asked for anything: what is wrong stands in the log.
      log.error(error);
      return undefined;
    }
  };
  store.add(vscode.languages.registerHoverProvider({ language: 'markdown' }, { provideHover }));
  store.add(
    registerCommand('counterparts.showCard', log, async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId !== 'markdown') {
        throw new Error(
          vscode.l10n.t('Show Card works in a Markdown editor: put the cursor on a name first.'),
        );
      }
      const analysis = await analyses.get(editor.document);
      if (!analysis || !mentionAt(analysis, editor.document.offsetAt(editor.selection.active))) {
        vscode.window.setStatusBarMessage(
          vscode.l10n.t('The cursor is not on a name that the dossier knows.'),
          6000,
        );
        return;
      }
      await vscode.commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
    }),
  );
  return { provideHover, dispose: () => store.dispose() };
}

async function cardAt(
  { service, analyses }: Dependencies,
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
const mentionAt = (analysis: Analysis, offset: number): Mention | undefined =>
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

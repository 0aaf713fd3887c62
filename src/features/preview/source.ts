import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import { sourceCard } from '../../core/cards/source-card.ts';
import { nearKey } from '../../core/checks/near-keys.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { onceFor } from '../../core/dossier/keyed.ts';
import { fewNumbers } from '../../core/text/number-runs.ts';
import { shortened } from '../../core/text/shortened.ts';
import { chosenStyle } from '../../platform/citation-style.ts';
import { setting } from '../../platform/settings.ts';
import { editorVoice } from '../../platform/voice.ts';
import type { MarkdownIt } from './markdown-it.ts';
import type { PreviewSource } from './marks.ts';
import { installCitations } from './plugin.ts';
import type { PreviewBibliographies } from './preview-bibliographies.ts';

/** No more of a key is read in a tooltip. */
const LONGEST_KEY = 80;

/** What VS Code renders with. */
interface Environment {
  /** Left out where it renders a text that is no document. */
  readonly currentDocument?: vscode.Uri;
}

/** What installs the plugin in an instance of markdown-it, in the editor's language and with the writer's settings. */
export function previewInstaller(
  dossier: Dossier,
  state: vscode.Memento,
  bibliographies: PreviewBibliographies,
): (md: MarkdownIt) => void {
  const { t } = vscode.l10n;
  // VS Code makes a new environment each time it renders, and asks for each citation.
  const listed = onceFor(({ currentDocument }: Environment) => bibliographies.listed(currentDocument));
  const source: PreviewSource = {
    dossier,
    style({ currentDocument: uri }: Environment) {
      const asWritten = uri?.scheme === PAGE_SCHEME || !setting('preview.citations', uri);
      return asWritten ? undefined : chosenStyle(state, uri);
    },
    listed,
    mayBeListed: key => bibliographies.mayHave(key),
    remark(document, paragraphs) {
      const card = sourceCard(document, paragraphs, editorVoice());
      return [
        `⟨${card.grade}⟩ ${card.gradeWords}`,
        card.weak ? t('Not a source to rely on: graded {0}.', card.grade) : '',
        card.missing.length > 0 ? t('{0} has no ¶{1}.', card.name, fewNumbers(card.missing, ', ¶')) : '',
      ]
        .filter(Boolean)
        .join('\n');
    },
    unknown(key, inBrackets) {
      const near = nearKey(dossier, key);
      if (!inBrackets && !near?.certain) return undefined;
      const unknown = t('No source is known by the key “{0}”.', shortened(key, LONGEST_KEY));
      return near
        ? `${unknown}\n${t('Did you mean “{0}”, {1}?', near.document.id, near.document.shortName)}`
        : unknown;
    },
    words: { notes: t('Notes'), bibliography: t('Bibliography'), back: t('Back to the text') },
  };
  return md => installCitations(md, source);
}

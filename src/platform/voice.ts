import * as vscode from 'vscode';
import type { DateWords } from '../core/dossier/date-format.ts';
import type { Voice } from '../core/dossier/translate.ts';

/** Month names in the editor's language; `MMMM` beside a day, as in "14 сентября". */
function months(style: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(vscode.env.language, {
    day: 'numeric',
    month: style,
    timeZone: 'UTC',
  });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(new Date(Date.UTC(2000, month, 1)));
    return parts.find(part => part.type === 'month')?.value ?? String(month + 1);
  });
}

let voice: Voice | undefined;

/** The editor's language, for everything that the extension says. It cannot change while VS Code runs. */
export function editorVoice(): Voice {
  if (voice) return voice;
  const { t } = vscode.l10n;
  const dates: DateWords = {
    months: months('long'),
    shortMonths: months('short'),
    seasons: [t('spring'), t('summer'), t('autumn'), t('winter')],
    since: t('since {0}'),
    until: t('until {0}'),
    about: t('about {0}'),
    uncertain: t('{0} (uncertain)'),
    or: t('{0} or {1}'),
    oneOf: t('one day of {0}'),
    and: t('{0} and {1}'),
    decade: t('{0}s'),
    someDayOf: t('some day of {0}'),
    onOrAfter: t('on or after {0}'),
    onOrBefore: t('on or before {0}'),
  };
  voice = { t: (message, ...args) => t(message, ...args), dates };
  return voice;
}

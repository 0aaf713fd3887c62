import * as vscode from 'vscode';
import { grade, kindLabel, tenureText, tenureYears } from '../../core/cards/phrases.ts';
import { formatEdtf } from '../../core/dossier/date-format.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { buildTimeline, type TimelineVoice } from '../../core/timeline/build.ts';
import { type Day, dayOf } from '../../core/timeline/days.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { editorVoice } from '../../platform/voice.ts';
import type { TimelineContent } from '../../protocol/timeline.ts';

/** The day it is where the reader is. */
export function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function timelineVoice(voice: Voice): TimelineVoice {
  const { t, dates } = voice;
  return {
    kind: meeting => kindLabel(meeting, t),
    document: ({ assessment }) => t('document ⟨{0}⟩', grade(assessment)),
    source: ({ shortName, assessment }) => `${shortName} ⟨${grade(assessment)}⟩`,
    separately: ({ role }) => role ?? t('whether together with the others is not recorded'),
    date: date => formatEdtf(date, dates),
    tenure: office => tenureText(office, voice),
    years: tenureYears,
  };
}

/** The timeline of the dossier, or the sentence that says why it cannot be shown. */
export async function timelineContent(service: DossierService, log: Log): Promise<TimelineContent> {
  try {
    const data = buildTimeline(await service.get(), timelineVoice(editorVoice()), today());
    if (data.items.length > 0) return { type: 'timeline', data };
    return {
      type: 'problem',
      sentence: vscode.l10n.t('The dossier holds no meetings and no documents yet.'),
    };
  } catch (error) {
    log.error(error);
    return { type: 'problem', sentence: error instanceof Error ? error.message : String(error) };
  }
}

import type { TimelineFilter } from '../core/timeline/filter.ts';
import { isTimelineFilter } from '../core/timeline/guard.ts';
import type { Stretch } from '../core/timeline/scale.ts';

/** What outlives the view: VS Code keeps it while the panel is hidden, and between sessions. */
export interface ViewState {
  readonly filter: TimelineFilter;
  /** What of time is on screen; left out where everything is. */
  readonly stretch?: Stretch;
  /** Whether the list is shown. */
  readonly list: boolean;
  /** The key of the item that the keyboard is at. */
  readonly active?: string;
}

export const INITIAL_STATE: ViewState = { filter: {}, list: false };

/** The kept state, or the initial one where what was kept is of another version or none. */
export function readState(value: unknown): ViewState {
  if (typeof value !== 'object' || value === null) return INITIAL_STATE;
  const { filter, stretch, list, active } = value as Readonly<Record<string, unknown>>;
  if (!isTimelineFilter(filter)) return INITIAL_STATE;
  return {
    filter,
    list: list === true,
    ...(isStretch(stretch) ? { stretch } : {}),
    ...(typeof active === 'string' ? { active } : {}),
  };
}

function isStretch(value: unknown): value is Stretch {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as Readonly<Record<string, unknown>>;
  return Number.isFinite(start) && Number.isFinite(end) && Number(start) < Number(end);
}

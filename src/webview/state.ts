import { isObject, isTimelineFilter } from '../core/timeline/guard.ts';
import type { ModelState } from '../core/timeline/model.ts';
import type { Stretch } from '../core/timeline/scale.ts';

/** What outlives the view: VS Code keeps it while the panel is hidden, and between sessions. */
export interface ViewState extends ModelState {
  /** Whether the list is shown. */
  readonly list: boolean;
}

const INITIAL_STATE: ViewState = { filter: {}, list: false };

/** The kept state, or the initial one where what was kept is of another version or none. */
export function readState(value: unknown): ViewState {
  if (!isObject(value)) return INITIAL_STATE;
  const { filter, stretch, list, active } = value;
  if (!isTimelineFilter(filter)) return INITIAL_STATE;
  return {
    filter,
    list: list === true,
    ...(isStretch(stretch) ? { stretch } : {}),
    ...(typeof active === 'string' ? { active } : {}),
  };
}

function isStretch(value: unknown): value is Stretch {
  if (!isObject(value)) return false;
  const { start, end } = value;
  return Number.isFinite(start) && Number.isFinite(end) && Number(start) < Number(end);
}

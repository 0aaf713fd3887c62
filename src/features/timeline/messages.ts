import { isObject, isTimelineTarget } from '../../core/timeline/guard.ts';
import type { TimelineViewMessage } from '../../protocol/timeline.ts';

/** Guard for what arrives from the view. */
export function isViewMessage(value: unknown): value is TimelineViewMessage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'showLog':
      return true;
    case 'open':
      return isTimelineTarget(value['target']);
    default:
      return false;
  }
}

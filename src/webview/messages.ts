import { isObject, isTimelineData, isTimelineTarget } from '../core/timeline/guard.ts';
import type { TimelineContent, TimelineHostMessage, TimelineStrings } from '../protocol/timeline.ts';

const isContent = (value: unknown): value is TimelineContent =>
  isObject(value) &&
  ((value['type'] === 'timeline' && isTimelineData(value['data'])) ||
    (value['type'] === 'problem' && typeof value['sentence'] === 'string'));

/** Strings come from the same build of the extension: that they are an object of objects and strings is enough. */
const isStrings = (value: unknown): value is TimelineStrings =>
  isObject(value) &&
  [value['kinds'], value['statuses'], value['columns'], value['legend']].every(isObject) &&
  Object.values(value).every(
    entry =>
      typeof entry === 'string' ||
      (isObject(entry) && Object.values(entry).every(text => typeof text === 'string')),
  );

/** Guard for what arrives from the host. */
export function isHostMessage(value: unknown): value is TimelineHostMessage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'init':
      return (
        isStrings(value['strings']) &&
        typeof value['locale'] === 'string' &&
        Number.isFinite(value['today']) &&
        isContent(value['content']) &&
        (value['focus'] === undefined || isTimelineTarget(value['focus']))
      );
    case 'content':
      return isContent(value['content']);
    case 'focus':
      return isTimelineTarget(value['focus']);
    default:
      return false;
  }
}

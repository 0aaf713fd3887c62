import { isTimelineData } from '../core/timeline/guard.ts';
import type {
  TimelineContent,
  TimelineHostMessage,
  TimelineStrings,
  TimelineTarget,
} from '../protocol/timeline.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isTarget = (value: unknown): value is TimelineTarget =>
  isObject(value) &&
  (value['type'] === 'person' || value['type'] === 'meeting' || value['type'] === 'document') &&
  typeof value['id'] === 'string';

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
        (value['focus'] === undefined || isTarget(value['focus']))
      );
    case 'content':
      return isContent(value['content']);
    case 'focus':
      return isTarget(value['focus']);
    default:
      return false;
  }
}

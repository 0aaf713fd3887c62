import type { TimelineTarget, TimelineViewMessage } from '../../protocol/timeline.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isTarget = (value: unknown): value is TimelineTarget =>
  isObject(value) &&
  (value['type'] === 'person' || value['type'] === 'meeting' || value['type'] === 'document') &&
  typeof value['id'] === 'string';

/** Guard for what arrives from the view. */
export function isViewMessage(value: unknown): value is TimelineViewMessage {
  if (!isObject(value)) return false;
  switch (value['type']) {
    case 'ready':
    case 'showLog':
      return true;
    case 'open':
      return isTarget(value['target']);
    default:
      return false;
  }
}

import { keyOf, type TimelineData, type TimelineItem } from '../core/timeline/data.ts';
import type { Day } from '../core/timeline/days.ts';
import { type TimelineFilter, TimelineFinder } from '../core/timeline/filter.ts';
import { layout, type Mark } from '../core/timeline/layout.ts';
import { markOf, type Step, stepFrom } from '../core/timeline/navigate.ts';
import {
  CLOSEST,
  clamp,
  fit,
  fitWithMargin,
  pan,
  reveal,
  type Scale,
  type Stretch,
  shown,
  toX,
  zoom,
} from '../core/timeline/scale.ts';
import { middleOf } from '../core/timeline/spans.ts';
import type { TimelineStrings, TimelineTarget } from '../protocol/timeline.ts';
import { AxisView } from './axis.ts';
import { Card } from './card.ts';
import { button, fill, html } from './dom.ts';
import { useKeyboard } from './keyboard.ts';
import { legendOf } from './legend.ts';
import { ListView } from './list.ts';
import { keyAt, RADIUS } from './marks.ts';
import { TextMeter } from './meter.ts';
import { LANE_HEIGHT, Picture } from './picture.ts';
import { usePointer } from './pointer.ts';
import { Popup } from './popup.ts';
import { RowNames } from './rows.ts';
import type { ViewState } from './state.ts';
import { Toolbar } from './toolbar.ts';
import { Wording } from './wording.ts';

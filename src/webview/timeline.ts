import type { TimelineContent, TimelineHostMessage } from '../protocol/timeline.ts';
import { button, html } from './dom.ts';
import { connect } from './host.ts';
import { isHostMessage } from './messages.ts';
import { readState } from './state.ts';
import { TimelineView } from './view.ts';

type Init = Extract<TimelineHostMessage, { type: 'init' }>;

const host = connect();
const parent = document.body;
let init: Init | undefined;
let view: TimelineView | undefined;

/** Shows what the host sent: the timeline, as it was left, or the sentence that says why there is none. */
function show({ strings, locale, today }: Init, content: TimelineContent): void {
  view?.dispose();
  view = undefined;
  if (content.type === 'problem') {
    parent.replaceChildren(
      html(
        'div',
        { class: 'problem', role: 'alert' },
        html('p', {}, content.sentence),
        button(strings.showLog, () => host.post({ type: 'showLog' })),
      ),
    );
    return;
  }
  view = new TimelineView({
    data: content.data,
    strings,
    locale,
    today,
    state: readState(host.getState()),
    parent,
    open: target => host.post({ type: 'open', target }),
    keep: state => host.setState(state),
  });
}

function receive(message: TimelineHostMessage): void {
  if (message.type === 'init') {
    init = message;
    show(message, message.content);
    if (message.focus) view?.focus(message.focus);
  } else if (message.type === 'content') {
    if (init) show(init, message.content);
  } else {
    view?.focus(message.focus);
  }
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isHostMessage(event.data)) receive(event.data);
  else console.error('The timeline was sent a message that it does not understand.');
});
host.post({ type: 'ready' });

import type { Block, Page } from '../../core/cards/page.ts';
import type { Rule } from '../../core/checks/rule.ts';
import type { Voice } from '../../core/dossier/translate.ts';

/** The page that explains a rule: what it reports, what it leaves alone, how to silence it. */
export function rulePage({ code, severity, explain }: Rule, voice: Voice): Page {
  const { t } = voice;
  const { title, paragraphs } = explain(voice);
  const blocks: Block[] = [
    { kind: 'paragraph', content: [{ emphasis: t('Rule {0}, {1} by default', code, severity) }] },
    ...paragraphs.map((content): Block => ({ kind: 'paragraph', content: [content] })),
    { kind: 'heading', level: 2, text: t('To disable it') },
    {
      kind: 'list',
      items: [
        [
          t(
            'On one line: <!-- counterparts-disable-line {0} --> at its end, or {1} above it.',
            code,
            `<!-- counterparts-disable-next-line ${code} -->`,
          ),
        ],
        [t('In one file: <!-- counterparts-disable-file {0} --> anywhere in it.', code)],
        [
          t(
            'In a workspace or everywhere: the setting “counterparts.checks.{0}”, which also has its severity.',
            code,
          ),
        ],
      ],
    },
  ];
  return { title, blocks };
}

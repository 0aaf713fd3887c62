import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import {
  bibliographyEdit,
  bibliographySection,
  citedDocuments,
  citedWorks,
} from '../../../../src/core/citation/bibliography-section.ts';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import { STYLES, styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { herald, page } from './sources.ts';

const dossier = new Dossier({
  people: [],
  meetings: [],
  documents: [page, herald],
  disputes: [],
  records: [],
});
const OPENING = '<!-- counterparts-bibliography -->';
const CLOSING = '<!-- /counterparts-bibliography -->';

function refreshed(text: string, style = 'chicago-notes'): string {
  const edit = bibliographyEdit(text, citedWorks(dossier, own, text), styleOf(style));
  return edit ? applyEdits(text, [edit]) : text;
}

const idsOf = (text: string): string[] => citedDocuments(dossier, text).map(({ id }) => id);

const own = new BibliographyIndex([
  {
    file: 'refs.bib',
    bibliography: readBibliography(
      '@book{vale-2013, author = {Vale, Ada}, title = {The Clock}, year = 2013}',
      'biblatex',
    ),
  },
]);

describe('the bibliography of a file', () => {
  it('stands at its end between markers, in the order of the alphabet', () => {
    const text = refreshed('So [@page-2025-legacy] and [@herald-2013-clock].\n');
    expect(text).toMatch(
      /^So .*\n\n<!-- counterparts-bibliography -->\n\nOffice\. .*\n\nVale, Ada\. .*\n\n<!-- \/counterparts-bibliography -->\n$/,
    );
  });

  it('is what it was when nothing has changed, in every style', () => {
    for (const { id } of STYLES) {
      const once = refreshed('So [@page-2025-legacy] and [@herald-2013-clock].\n', id);
      expect(refreshed(once, id)).toBe(once);
    }
  });

  it('gains and loses entries where it stands, and leaves the rest alone', () => {
    const text = `Now [@herald-2013-clock].\n\n# Sources\n\n${OPENING}\nold\n${CLOSING}\n\nBehind it.\n`;
    const after = refreshed(text);
    expect(after).toMatch(
      /^Now .*\n\n# Sources\n\n<!--.*-->\n\nVale, Ada\. .*\n\n<!--.*-->\n\nBehind it\.\n$/,
    );
    expect(refreshed(after.replace('[@herald-2013-clock]', 'nothing'))).not.toContain('Vale');
  });

  it('keeps the line ends of the file', () => {
    expect(refreshed('So [@herald-2013-clock].\r\n').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is not touched where its end is not marked, nor looked for in code', () => {
    const open = `So [@herald-2013-clock].\n\n${OPENING}\n\nMine.\n`;
    expect(bibliographySection(open)).toBe('open');
    expect(refreshed(open)).toBe(open);
    expect(bibliographySection(`\`\`\`\n${OPENING}\n${CLOSING}\n\`\`\`\n`)).toBeUndefined();
  });
});

describe('what a file cites', () => {
  it('is told by keys, roles, footnotes and addresses', () => {
    expect(idsOf('So [-@herald-2013-clock].')).toEqual(['herald-2013-clock']);
    expect(idsOf('So {cite:p}`a, {see}herald-2013-clock{para. 5}`.')).toEqual(['herald-2013-clock']);
    expect(idsOf('So.[^herald-2013-clock-p5]')).toEqual(['herald-2013-clock']);
    expect(idsOf('See https://example.org/a_b/legacy_(eight).')).toEqual(['page-2025-legacy']);
    expect(idsOf('So [@herald-2013].')).toEqual([]);
  });

  it('is not what only its bibliography has', () => {
    expect(idsOf(`So.\n\n${OPENING}\n\n@herald-2013-clock\n\n${CLOSING}\n`)).toEqual([]);
  });
});

describe('works of the writer’s own files', () => {
  it('stand among the documents of the dossier, each once, where they are cited', () => {
    const text = `See [@vale-2013; @${herald.id}] and @vale-2013, but [@nobody-1999].`;
    const works = citedWorks(dossier, own, text);
    expect(works.map(({ title }) => title)).toEqual([herald.csl.title, 'The Clock']);
    const edit = bibliographyEdit(text, works, styleOf('chicago-notes'));
    expect(edit?.text).toContain('Vale, Ada. *The Clock*');
  });
});

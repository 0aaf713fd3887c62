import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import {
  bibliographyEdit,
  bibliographyText,
  losesEntries,
  sectionStyle,
} from '../../../../src/core/citation/bibliography-edit.ts';
import { readMarker, withStyle } from '../../../../src/core/citation/bibliography-markers.ts';
import {
  bibliographySection,
  citedIn,
  citedWorks,
  citesUnknown,
} from '../../../../src/core/citation/bibliography-section.ts';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import { STYLES, styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { NO_WORKS, worksOf } from '../../../../src/core/citation/works.ts';
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
  const edit = bibliographyEdit(text, bibliographyText(citedWorks(dossier, own, text), styleOf(style)));
  return edit ? applyEdits(text, [edit]) : text;
}

const idsOf = (text: string): string[] => citedIn(worksOf(dossier, NO_WORKS), text).map(({ id }) => id);

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
      /^So .*\n\n<!-- counterparts-bibliography style=chicago-notes -->\n\nOffice\. .*\n\nVale, Ada\. .*\n\n<!-- \/counterparts-bibliography -->\n$/,
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

  it('begins a line of its own, and is found there again, whatever is in the file', () => {
    for (const text of ['', ' ', '    ', '\n', '\n\t', '\u00a0', '\uFEFF', '\u2028', 'So.', 'So.\r\n']) {
      expect(bibliographySection(refreshed(text)), JSON.stringify(text)).toMatchObject({
        style: 'chicago-notes',
      });
      expect(refreshed(refreshed(text))).toBe(refreshed(text));
    }
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
    for (const label of ['', '-p5', '-p5-31', '-p5-31-2', '-2'])
      expect(idsOf(`So.[^herald-2013-clock${label}]`)).toEqual(['herald-2013-clock']);
    for (const address of [
      'See https://example.org/a_b/legacy_(eight).',
      'See <http://example.org/a_b/legacy_(eight)/>',
      'See [it](https://example.org/a_b/legacy_%28eight%29#:~:text=We%20met).',
      'See https://example.org/a_b/legacy_(eight)?from=mail, and more',
      '([it](https://example.org/a_b/legacy_%28eight%29).[^1]',
      '(see https://example.org/a_b/legacy_(eight)).',
      '*https://example.org/a_b/legacy_(eight)*',
    ])
      expect(idsOf(address)).toEqual(['page-2025-legacy']);
    expect(idsOf('See https://example.org/a_b/legacy_(eight)y.')).toEqual([]);
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
    expect(works.map(({ title }) => title)).toEqual(['The Clock', herald.csl.title]);
    for (const label of ['vale-2013', 'vale-2013-p5-2', 'vale-2013-page-12', 'vale-2013-chapter-3-2'])
      expect(citedWorks(dossier, own, `So.[^${label}]`).map(({ title }) => title)).toEqual(['The Clock']);
    const edit = bibliographyEdit(text, bibliographyText(works, styleOf('chicago-notes')));
    expect(edit?.text).toContain('Vale, Ada. *The Clock*');
  });
});

describe('the style of a bibliography', () => {
  const cites = 'So [@page-2025-legacy] and [@herald-2013-clock].\n\n';
  const preferred = styleOf('mla');

  /** What the section between the markers is written in; `'none'` where nobody can tell. */
  function styleIn(text: string): string {
    const section = bibliographySection(text);
    if (typeof section !== 'object') throw new Error('The text has no section.');
    return sectionStyle(text, section, citedWorks(dossier, own, text), STYLES, preferred)?.id ?? 'none';
  }
  const inMarkers = (opening: string, body = ''): string => `${cites}${opening}\n${body}${CLOSING}\n`;
  const unmarked = (style: string): string => refreshed(cites, style).replace(/ style=[\w-]+/, '');

  it('is that of its marker, however it is written', () => {
    expect(styleIn(inMarkers('<!-- counterparts-bibliography style=apa -->'))).toBe('apa');
    expect(styleIn(inMarkers('<!--counterparts-bibliography  style="gost"-->'))).toBe('gost');
    expect(styleIn(inMarkers("<!-- counterparts-bibliography wide style='apa' -->"))).toBe('apa');
    expect(styleIn(inMarkers('<!-- counterparts-bibliography style=none-such -->'))).toBe('none');
  });

  it('is told by its entries where an older marker has none', () => {
    for (const { id } of STYLES) expect(styleIn(unmarked(id))).toBe(id);
    // One entry of two is enough.
    expect(styleIn(`More [@vale-2013]. ${unmarked('apa')}`)).toBe('apa');
  });

  it('is the preferred one for an empty section, and nobody’s for words of somebody else', () => {
    expect(styleIn(inMarkers(OPENING))).toBe('mla');
    expect(styleIn(inMarkers(OPENING, '\nMy own list.\n\n'))).toBe('none');
  });

  it('comes into an older marker with the first change, and leaves the rest of the line', () => {
    const text = inMarkers('<!-- counterparts-bibliography wide -->');
    expect(refreshed(text, 'apa')).toContain('\n<!-- counterparts-bibliography style=apa wide -->\n\n');
    expect(refreshed(refreshed(text, 'apa'), 'gost')).toContain(
      '\n<!-- counterparts-bibliography style=gost wide -->\n\n',
    );
    const old = unmarked('apa');
    expect(refreshed(old, 'apa')).toBe(old);
  });

  it('stands in opening markers alone', () => {
    expect(readMarker(CLOSING)).toEqual({ closes: true });
    expect(readMarker('<!-- counterparts-bibliography: a note -->')).toBeUndefined();
    expect(readMarker('<!-- counterparts-bibliography-old -->')).toBeUndefined();
    expect(readMarker('<!--counterparts-bibliography style=apa-->')).toEqual({ closes: false, style: 'apa' });
    // To try each way of parting the blanks would take minutes.
    expect(readMarker(`<!-- counterparts-bibliography${' '.repeat(20_000)}> -->`)).toBeUndefined();
    expect(withStyle(OPENING, 'apa')).toBe('<!-- counterparts-bibliography style=apa -->');
  });
});

describe('a refresh that nobody has asked for', () => {
  it('is told when entries would be lost and when a key is unknown', () => {
    const text = refreshed('So [@page-2025-legacy] and [@herald-2013-clock].\n');
    const fewer = text.replace('[@page-2025-legacy]', '[@nobody-1999]');
    const section = bibliographySection(fewer);
    if (typeof section !== 'object') throw new Error('The text has no section.');
    const works = citedWorks(dossier, own, fewer);
    expect(losesEntries(fewer, section, bibliographyText(works, styleOf('apa')))).toBe(true);
    expect(losesEntries(fewer, section, bibliographyText([...works, page.csl], styleOf('apa')))).toBe(false);
    expect(citesUnknown(dossier, own, fewer)).toBe(true);
    expect(citesUnknown(dossier, own, text.replace('page-2025-legacy', 'vale-2013'))).toBe(false);
  });
});

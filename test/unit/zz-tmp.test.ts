import { it } from 'vitest';
import { CITABLE, rankForCitation } from '../../src/core/citation/ranking.ts';
import { SourceFinder } from '../../src/core/citation/source-finder.ts';
import { dossier, searcher } from './dossier.ts';
const old = (query: string) => rankForCitation(dossier, query, CITABLE.flatMap(type =>
    searcher.search(query, { limit: 25, types: [type] }).map(({ id, score }) => ({ type, id, score }))));
const long = Array.from({length: 12}, (_, i) => `In the spring of ${2003+i} the two ministers talked in Geneva for hours about Syria, sanctions and chemical weapons number ${i}, and the American secretary Kerry flew home with an agreement that nobody believed possible.`).join(' ').slice(0,2000)
 + '';
const many = [...new Set(Array.from(dossier.documents.values()).flatMap(d=>d.passages.map(p=>(p as any).precis ?? '')).join(' ').split(/\s+/))].join(' ').slice(0,2000);
it('x', () => {
  const time = (f: () => unknown) => { const t = performance.now(); f(); return Math.round(performance.now()-t); };
  console.log(dossier.documents.size, [...dossier.documents.values()].map(d=>d.passages.length));
  for (const q of [long, many, 'Kerry and Lavrov negotiated for three days in Geneva.', 'Lavrov walked out of the dinner with Rice.', 'Lavrov met Tillerson in Washington in 2017']) {
    const f = new SourceFinder(dossier, (a,b) => searcher.search(a,b));
    let o: any, n: any;
    const to = time(() => o = old(q)); const tn = time(() => n = f.answer({typed:'',sentence:q,person:undefined})); const tc = time(()=>f.answer({typed:'',sentence:q,person:undefined}));
    console.log(q.slice(0,50), 'old', to, 'new', tn, 'cached', tc);
    console.log('  old', o.best.slice(0,6).map((r:any)=>r.id).join(' '), o.best.length, o.more.length);
    console.log('  new', n.best.slice(0,6).map((r:any)=>r.id).join(' '), n.best.length, n.more.length);
  }
  for (const q of ['three days Geneva','Reuters','thre days genva','Kerry','2017','foreign policy 2017','lavrov syria clinton']) {
    const f = new SourceFinder(dossier, (a,b) => searcher.search(a,b));
    const o = old(q), n = f.answer({typed:q,sentence:'',person:undefined});
    console.log(q, JSON.stringify(o.best)===JSON.stringify(n.best), o.best.length, n.best.length, o.more.length, n.more.length);
  }
});

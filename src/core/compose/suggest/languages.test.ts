import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSite } from '../../../../test/memory-files.ts';
import { readTexts } from '../../../../test/rule-site.ts';
import { LONGEST_DESCRIPTION } from '../../fields/lengths.ts';
import type { SitePath } from '../../site/files.ts';
import { suggestDescriptions, suggestKeywords } from './suggest.ts';

const texts = readTexts(join(import.meta.dirname, '../../../../test/fixtures/languages'));

const cases: readonly {
  readonly file: string;
  /** All the keywords that are proposed, the strongest first. */
  readonly keywords: string;
  /** How the description that is proposed first begins. */
  readonly lead: string;
}[] = [
  {
    file: 'muehle.md',
    keywords:
      'Mühle, Schleuse, Wasserrad, Hafen, Nordhafen, Öhlers, Förderverein, Euro, Bäckereien, Stadt, Roggenmehl',
    lead: 'Nach elf Jahren Stillstand hat die alte Mühle',
  },
  {
    file: 'ecole-de-voile.md',
    keywords:
      'école, voile, rouvre, portes, voiliers, port, samedi, travaux, élèves, lefèvre, moitié, chantier naval',
    lead: 'L’école de voile du vieux port rouvre',
  },
  {
    file: 'faro.md',
    keywords: 'faro, peñamar, encenderse, lámpara, vuelve, años, farera, óptica, pieza, cofradía',
    lead: 'El faro de Peñamar volvió a encenderse',
  },
  {
    file: 'asaichi.md',
    keywords: '朝市, 復活, 漁師, 日曜日, 堤防',
    lead: '港の朝市が日曜日、三年ぶりに復活した。',
  },
];

for (const { file, keywords, lead } of cases) {
  test(`what ${file} is about`, async () => {
    const path = `source/_posts/${file}` as SitePath;
    const { site } = await openSite({ [path]: texts[file] ?? '' });
    const post = site.posts.get(path);
    assert.ok(post);
    const source = { post, site: undefined, habits: undefined };
    assert.equal(suggestKeywords(source, 20).join(', '), keywords);
    const found = suggestDescriptions(source, 4);
    assert.ok(found[0]?.startsWith(lead), found[0]);
    for (const each of found) {
      assert.ok(post.text.includes(each), each);
      assert.match(each, /^[\p{Lu}\p{Lo}«¿¡].*[.!?»。]$/u);
      assert.ok(each.length <= LONGEST_DESCRIPTION, each);
    }
  });
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSite, type Texts } from '../../../test/memory-files.ts';
import { EXAMPLE, RULE_SITE, withFrontMatter } from '../../../test/rule-site.ts';
import type { SitePath } from '../site/files.ts';
import { imageFormAt, newImagePath, publishedAddress, writeImage } from './new-image.ts';

async function siteWith(texts: Texts = {}, body = 'Text.') {
  const { site } = await openSite({ ...RULE_SITE, [EXAMPLE]: withFrontMatter(body), ...texts });
  const post = site.posts.get(EXAMPLE);
  assert.ok(post);
  return { site, post };
}

describe('The file for a new image', () => {
  it('has a name that is safe in addresses, and says what is to be seen', async () => {
    const { site, post } = await siteWith();
    const names = [
      ['Boats at the Quay.PNG', 'boats-at-the-quay'],
      ['Café (1) – été.jpeg', 'cafe-1-ete'],
      ['v1.2 final.png', 'v1-2-final'],
      ['image.png', 'example'],
      ['Screenshot 2026-01-02 at 10.11.12.png', 'example'],
      ['IMG_2034.JPG', 'example'],
      ['船.png', 'example'],
      ['../../etc/passwd.png', 'etc-passwd'],
      [undefined, 'example'],
    ] as const;
    for (const [name, stem] of names)
      assert.equal(newImagePath(site, post, name, 'png'), `source/assets/img/${stem}.png`, name);
  });

  it('takes nobody’s place, in any letter case', async () => {
    const { site, post } = await siteWith({
      'source/assets/img/Boats.png': '',
      'source/assets/img/boats-2.png': '',
    });
    assert.equal(newImagePath(site, post, 'boats.png', 'png'), 'source/assets/img/boats-3.png');
    const taken = new Set(['source/assets/img/boats-3.png' as SitePath]);
    assert.equal(newImagePath(site, post, 'boats.png', 'png', taken), 'source/assets/img/boats-4.png');
  });

  it('has an address that needs no encoding, whatever it was called', async () => {
    const { site, post } = await siteWith();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        assert.match(
          newImagePath(site, post, `${name}.png`, 'png'),
          /^source\/assets\/img\/[a-z0-9_-]+\.png$/,
        );
      }),
    );
  });

  it('is published, but for what starts with an underscore', async () => {
    const { site } = await siteWith();
    assert.equal(publishedAddress(site, 'source/assets/img/a.png' as SitePath), '/assets/img/a.png');
    assert.equal(publishedAddress(site, 'source/_assets/a.png' as SitePath), undefined);
    assert.equal(publishedAddress(site, 'a.png' as SitePath), undefined);
  });
});

describe('An image is written', () => {
  /** How one is written at `¦`. */
  async function formAt(marked: string, path: string = EXAMPLE) {
    const { site } = await openSite({ ...RULE_SITE, [path]: marked.replace('¦', '') });
    const post = site.posts.get(path as SitePath);
    assert.ok(post);
    return imageFormAt(post, site, marked.indexOf('¦'));
  }

  it('as the body is written', async () => {
    assert.equal(await formAt(withFrontMatter('Text.\n\n¦')), 'markdown');
    assert.equal(await formAt(withFrontMatter('<p>One.</p>\n\n<p>Two.</p>\n\n¦')), 'html');
    assert.equal(await formAt(withFrontMatter('<p>One.</p>\n\n![a](/b.png)\n\n¦')), 'markdown');
    assert.equal(await formAt(withFrontMatter('<p>One.</p>¦'), 'source/_posts/x.blade.php'), 'html');
  });

  it('as an address where one stands already', async () => {
    assert.equal(await formAt(withFrontMatter('![a](¦)')), 'address');
    assert.equal(await formAt(withFrontMatter('<img src="¦">')), 'address');
    assert.equal(await formAt(withFrontMatter('Text.').replace('title:', 'image: ¦\ntitle:')), 'address');
    assert.equal(await formAt(withFrontMatter('Text.').replace('title:', 'title: ¦')), undefined);
  });

  it('with all that it needs, and nothing that breaks out', () => {
    const size = { width: 3, height: 2 };
    const join = (form: 'markdown' | 'html' | 'address', address: string, alt: string) => {
      const { before, alt: text = '', after } = writeImage(form, address, alt, size);
      return before + text + after;
    };
    assert.equal(join('markdown', '/a b(1).png', 'Boats [two]'), '![Boats \\[two\\]](/a%20b%281%29.png)');
    assert.equal(
      join('html', '/a&b.png', 'A "quay" & <more>'),
      '<img src="/a%26b.png" alt="A &quot;quay&quot; &amp; &lt;more>" width="3" height="2">',
    );
    assert.equal(join('address', '/a.png', 'x'), '/a.png');
    assert.equal(join('markdown', 'https://a.net/b.png?c=d&e', 'x'), '![x](https://a.net/b.png?c=d&e)');
  });
});

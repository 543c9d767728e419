import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mark } from './marks.ts';
import { type BuiltPage, datesOf, type Template, templateOf } from './template.ts';

const body = '<p>The quay was under water by noon, and the slip by one.</p>';
const page: BuiltPage = {
  path: 'stories/tide/index.html',
  body,
  facts: {
    title: 'High “Water” & More',
    description: 'It came at six.',
    author: 'The Night Desk',
    date: Date.UTC(2025, 10, 4, 6, 30) / 1000,
    image: '/assets/img/quay.jpg',
    alt: 'A quay',
    caption: 'At dawn.',
  },
  html: `<!DOCTYPE html><html lang="en" class="no-js">
<head><title>High “Water” &amp; More · Ledger</title><meta name="description" content="It came at six.">
<link rel="canonical" href="https://ledger.example/paper/stories/tide/">
<link rel="stylesheet" href="/paper/assets/site.css"><link rel="stylesheet" href="https://fonts.example/css" media="print" onload="this.media='all'">
<style media="screen">p{background:url(../../a.png)}</style><meta name="color-scheme" content="light dark"></head>
<body class="paper" onload="start()"><script>if (matchMedia('(prefers-color-scheme: dark)').matches) add('dark')</script>
<nav><a href="/paper/">Home</a><a href="../soup/#end">Soup</a><a href="https://away.example/">Away</a></nav>
<main x-cloak data-aos="fade"><h1> High "Water" &amp; More </h1><p>It came at six.</p><p>By The Night Desk, <time datetime="2025-11-04T06:30:00+00:00">4 November 2025</time></p>
<figure><picture><source srcset="/assets/img/quay.webp"><img src="https://ledger.example/paper/assets/img/quay.jpg" alt="A quay"></picture><figcaption>At dawn.</figcaption></figure>
<div class="hero" style="background:url('/assets/img/quay.jpg') center"></div>
<img class="lazy" src="data:image/gif;base64,AA" data-src="logo.svg" srcset="/a.png 1x, /b.png 2x"><img src="https://away.example/me.png">
<div class="prose">${body}</div></main><noscript>No</noscript></body></html>`,
};

test('a page of a build becomes a template', async () => {
  const { html, rootAttributes, bodyAttributes, darkClass } = await template(page);
  assert.deepEqual(rootAttributes, { lang: 'en', class: 'no-js' });
  assert.equal(bodyAttributes['class'], 'paper');
  assert.equal(darkClass, true);
  assert.match(html, /<div class="prose"><div data-cd-body><\/div><\/div>/);
  assert.match(html, new RegExp(`<h1> ${mark('title')} </h1><p>${mark('description')}</p>`));
  assert.match(html, new RegExp(`<time datetime="${mark('date\\d')}">${mark('date\\d')}</time>`));
  assert.match(html, new RegExp(`<figure><picture><img alt="${mark('alt')}" data-cd-cover></picture>`));
  assert.match(html, new RegExp(`<figcaption>${mark('caption')}</figcaption>`));
  assert.match(html, new RegExp(`background:url\\(&quot;${mark('image')}&quot;\\) center`));
  assert.match(
    html,
    /<img class="lazy" src="view:stories\/tide\/logo.svg" data-src="logo.svg" srcset="view:a.png 1x, view:b.png 2x">/,
  );
  assert.match(html, /<img data-cd-remote="https:\/\/away.example\/me.png">/);
  assert.match(
    html,
    /<a href="\/">Home<\/a><a href="\/stories\/soup#end">Soup<\/a><a href="https:\/\/away.example\/">/,
  );
  assert.doesNotMatch(html, /<script|<noscript|cloak|data-aos|quay was under/);
});

test('its style sheets come in their order, with the build’s addresses', async () => {
  const { styles, remoteStyles } = await template(page);
  assert.deepEqual(styles, [
    { css: ':root{color-scheme:light dark}', media: undefined },
    { css: 'b{background:url("view:assets/b.png")}', media: undefined },
    { css: 'p{background:url("view:a.png")}', media: 'screen' },
  ]);
  assert.deepEqual(remoteStyles, ['https://fonts.example/css']);
});

test('another date is printed in the site’s own ways', async () => {
  const dressed = await template(page);
  const printed = datesOf(dressed, Date.UTC(2026, 1, 28) / 1000);
  assert.deepEqual([...printed].sort(), ['2026-02-28T00:00:00+00:00', '28 February 2026']);
  assert.deepEqual([...new Set(datesOf(dressed, undefined))], ['']);
});

test('where the post was changed since the build, the page says what it shows', async () => {
  const facts = { ...page.facts, title: 'Low Water', description: 'It went at noon.', date: 0 };
  const { html } = await template({ ...page, facts });
  assert.match(html, new RegExp(`<h1> ${mark('title')} </h1><p>${mark('description')}</p>`));
  assert.match(html, new RegExp(`>${mark('date\\d')}</time>`));
});

test('a page beside the headline is known from a page of the same kind', async () => {
  const like = { ...page, html: page.html.replaceAll('High', 'Low') };
  const rewritten = page.html.replace(body, `<p>Words that are gone by now.</p>${body}<p>More of them.</p>`);
  const { html } = await template({ ...page, html: rewritten }, like);
  assert.match(html, /<div class="prose"><div data-cd-body><\/div><\/div>/);
});

test('a list of all authors keeps the name that is the post’s, too', async () => {
  const all = '<ul><li><a href="/n">The Night Desk</a></li><li><a href="/d">The Day Desk</a></li></ul>';
  const { html } = await template({ ...page, html: page.html.replace('</main>', `</main>${all}`) });
  assert.ok(html.includes(all));
});

test('a page without the post is no template', async () => {
  assert.equal(await templateOf({ ...page, body: '<p>Of something else entirely.</p>' }, build), undefined);
  assert.equal(await templateOf({ ...page, html: '' }, build), undefined);
});

const build = {
  read: async (path: string) => (path === 'assets/site.css' ? 'b{background:url(b.png)}' : undefined),
  addressOf: (path: string) => `view:${path}`,
};

async function template(of: BuiltPage, like?: BuiltPage): Promise<Template> {
  const made = await templateOf(of, build, like);
  assert.ok(made);
  return made;
}

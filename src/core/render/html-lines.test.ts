import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { annotateHtmlLines } from './html-lines.ts';

test('each block says where it starts', () => {
  assert.equal(
    annotateHtmlLines(
      '<div class="a">\n<p>One <b>two</b></p>\r\n<IMG\n src="x"/>\n</div>',
      (line) => 10 + line,
    ),
    '<div data-line="10" class="a">\n<p data-line="11">One <b>two</b></p>\r\n<IMG data-line="12"\n src="x"/>\n</div>',
  );
});

test('what only looks like a tag stays as it is', () => {
  for (const html of [
    '<!-- <p> -->',
    '<script>"<p>"</script>',
    '<a title="<p>">x</a>',
    'a <p',
    '< p>',
    '<?php "<p>" ?>',
  ]) {
    assert.equal(
      annotateHtmlLines(html, (line) => line),
      html,
    );
  }
});

test('nothing but the numbers is added', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<div ',
    'id="x"',
    '>',
    '<!--',
    '-->',
    '\n',
    'text',
    '<',
    '<li\n>',
    '&amp;',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces.join('');
      assert.equal(annotateHtmlLines(html, (line) => line).replace(/ data-line="\d+"/g, ''), html);
    }),
  );
});

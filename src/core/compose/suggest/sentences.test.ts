import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slice } from '../../text/span.ts';
import { sentencesIn } from './sentences.ts';

const cases: readonly (readonly [what: string, ...sentences: readonly string[]])[] = [
  ['plain ones', 'The lamp is lit.', 'Who lit it?', 'Nobody knows!'],
  ['abbreviations', 'Dr. Marsh and Mr. Reed of the U.S. Coast Guard came.', 'They stayed.'],
  ['a German day', 'Am 3. Mai kommt das Boot, z. B. im 19. Jahrhundert.', 'Es war 1999.', 'Es blieb.'],
  ['Spanish', 'El Sr. Núñez llegó.', '¿Quién lo vio?', '¡Nadie!'],
  ['a French quotation', 'Elle dit : « Non. Jamais ! »', 'Puis elle part.'],
  ['a German quotation', '„Nein. Nie“, sagt sie.', 'Dann geht sie.'],
  ['an English quotation', '“No. Never,” she said.', 'Then she left.'],
  ['brackets', 'It was late (about six. Or seven) and dark.', 'We left.'],
  ['a quotation that nothing ends', 'She said: “No.', 'Then she left.'],
];

for (const [what, ...sentences] of cases) {
  test(what, () => {
    const text = sentences.join(' ');
    assert.deepEqual(
      sentencesIn(text).map((each) => slice(text, each)),
      sentences,
    );
  });
}

test('Japanese, without spaces between sentences', () => {
  const text = '漁師は「魚を売る。料理も教える」と話す。朝は早い。';
  assert.deepEqual(
    sentencesIn(text).map((each) => slice(text, each)),
    ['漁師は「魚を売る。料理も教える」と話す。', '朝は早い。'],
  );
});

test('whatever the text, nothing of it is lost, and nothing comes twice', () => {
  const pieces = fc.constantFrom(
    'A lamp.',
    '“',
    '” ',
    '« ',
    ' »',
    '(',
    ') ',
    '3. ',
    'Why? ',
    '。',
    '「',
    '」',
    '  ',
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const text = parts.join('');
      const found = sentencesIn(text).map((each) => slice(text, each));
      assert.equal(found.join('').replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''));
    }),
  );
});

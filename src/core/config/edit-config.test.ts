import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { applyEdits } from '../text/text-edit.ts';
import { setInConfig } from './edit-config.ts';

function set(text: string | undefined, path: readonly string[], value: unknown): string | undefined {
  const edits = setInConfig(text, path, value);
  return edits && applyEdits(text ?? '', edits);
}

describe('a change of copydesk.json', () => {
  it('makes the file where there is none', () => {
    const made = '{\n  "required": [\n    "title"\n  ]\n}\n';
    assert.equal(set(undefined, ['required'], ['title']), made);
    assert.equal(set(' \n', ['required'], ['title']), made);
  });

  it('leaves comments, order, indentation and line ends', () => {
    const text = '{\r\n\t// ours\r\n\t"ignore": ["old/**"], // for now\r\n\t"required": ["date"]\r\n}\r\n';
    assert.equal(
      set(text, ['required'], ['title']),
      '{\r\n\t// ours\r\n\t"ignore": ["old/**"], // for now\r\n\t"required": [\r\n\t\t"title"\r\n\t]\r\n}\r\n',
    );
  });

  it('makes what is missing on the way', () => {
    assert.equal(
      set('{\n    "ignore": []\n}\n', ['collections', 'posts', 'required'], []),
      '{\n    "ignore": [],\n    "collections": {\n        "posts": {\n            "required": []\n        }\n    }\n}\n',
    );
  });

  it('leaves a byte order mark', () => {
    assert.equal(set('\uFEFF{\n  "required": []\n}\n', ['required'], undefined), '\uFEFF{\n}\n');
  });

  it('takes a setting out', () => {
    assert.equal(
      set('{\n  "ignore": [],\n  "required": []\n}\n', ['required'], undefined),
      '{\n  "ignore": []\n}\n',
    );
  });

  for (const text of ['{ "required": ', '[]', '7', '{"a": 1} x', 'not json']) {
    it(`leaves ${text} alone`, () => assert.equal(set(text, ['required'], []), undefined));
  }

  it('changes that setting and no other, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.constantFrom(undefined, 1, '\t', 4),
        (object, indent) => {
          const text = JSON.stringify(object, null, indent);
          const changed = set(text, ['required'], ['title']) ?? '';
          assert.deepEqual({ ...parse(changed) }, { ...(parse(text) as object), required: ['title'] });
        },
      ),
    );
  });
});

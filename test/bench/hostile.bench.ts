// How long the worst texts take that somebody could write: 200 ms is what a front matter may take.
import { parsePost } from '../../src/core/post/parse-post.ts';
import { renderBody } from '../../src/core/render/render.ts';
import { HOSTILE_BODIES, HOSTILE_YAML } from '../hostile.ts';
import { EXAMPLE } from '../rule-site.ts';
import { measure, print } from './measure.ts';

const RUNS = 3;

for (const dialect of ['jigsaw', 'generic'] as const) {
  console.log(`\nFront matter, ${dialect}`);
  for (const { name, text } of HOSTILE_YAML)
    print(name, await measure(RUNS, () => parsePost(EXAMPLE, `---\n${text}\n---\n`, dialect), 1));
}

for (const dialect of ['markdown-extra', 'commonmark'] as const) {
  console.log(`\nBody, ${dialect}`);
  for (const { name, text } of HOSTILE_BODIES)
    print(name, await measure(RUNS, () => renderBody(text, dialect), 1));
}

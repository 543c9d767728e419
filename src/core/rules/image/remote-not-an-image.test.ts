import { describe } from 'node:test';
import { withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const post = withFrontMatter('![a](https://charts.net/a.png)');
const answer = (type: string, body = '<!doctype html>') => ({
  'https://charts.net/a.png': `HTTP/1.1 200 OK\nContent-Type: ${type}\n\n${body}`,
});

describe('image/remote-not-an-image', () => {
  table('image/remote-not-an-image', [
    {
      name: 'sees a web page',
      post,
      texts: answer('text/html; charset=utf-8'),
      at: ['https://charts.net/a.png'],
      severity: 'error',
      says: /sends a web page/,
      fixed: null,
    },
    {
      name: 'names another type',
      post,
      texts: answer('application/json', '{}'),
      at: ['https://charts.net/a.png'],
      says: /`application\/json`/,
    },
    { name: 'believes the type', post, texts: answer('image/png'), at: [] },
    { name: 'believes the bytes', post, texts: answer('text/plain', '<svg width="1">'), at: [] },
    { name: 'says nothing of an empty answer', post, texts: answer('text/html', ''), at: [] },
    {
      name: 'says nothing of links',
      post: withFrontMatter('[a](https://charts.net/a.png)'),
      texts: answer('text/html'),
      at: [],
    },
  ]);
});

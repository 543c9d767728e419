import { describe } from 'node:test';
import { RULE_SITE, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const config = RULE_SITE['config.php'] ?? '';
const COMMONMARK = { 'config.php': config.replace('return [', "return ['commonmark' => true,") };
const CUSTOM = {
  'config.php': config.replace('return [', "return ['commonmark' => ['extensions' => [new MyExtension]],"),
};

describe('template/at-sign', () => {
  table('template/at-sign', [
    {
      name: 'sees an @ in prose',
      post: withFrontMatter('Write to keeper@lamp.example.'),
      texts: COMMONMARK,
      at: ['@'],
      effect: 'build-fails',
      fixed: withFrontMatter('Write to keeper&#64;lamp.example.'),
    },
    {
      name: 'keeps the character apart from what would be a directive',
      post: withFrontMatter('The word @if.'),
      texts: COMMONMARK,
      at: ['@'],
      fixed: withFrontMatter('The word &#64;<!-- -->if.'),
    },
    {
      name: 'sees that an address is spoilt',
      post: withFrontMatter('[us](https://social.example/@lamp)'),
      texts: COMMONMARK,
      at: ['@'],
      effect: 'reader-sees',
      fixed: withFrontMatter('[us](https://social.example/%40lamp)'),
    },
    {
      name: 'is silent where no quotes become curly',
      post: withFrontMatter('`a@b`, <b title="@c">d</b>, {@e}\n\n    f@g'),
      texts: COMMONMARK,
      at: [],
    },
    { name: 'is silent in MarkdownExtra', post: withFrontMatter('Write to keeper@lamp.example.'), at: [] },
    {
      name: 'is silent where the site’s CommonMark has its own extensions',
      post: withFrontMatter('Write to keeper@lamp.example.'),
      texts: CUSTOM,
      at: [],
    },
    {
      name: 'is silent about a post that no layout is made for',
      post: '---\ntitle: A\n---\na@b',
      texts: COMMONMARK,
      at: [],
    },
  ]);
});

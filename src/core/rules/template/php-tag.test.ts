import { describe } from 'node:test';
import { RULE_SITE, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const COMMONMARK = {
  'config.php': (RULE_SITE['config.php'] ?? '').replace('return [', "return ['commonmark' => true,"),
};

describe('template/php-tag', () => {
  table('template/php-tag', [
    {
      name: 'sees what PHP can’t read',
      post: withFrontMatter('a <?= b c ?> d'),
      at: ['<?='],
      effect: 'build-fails',
      fixed: withFrontMatter('a &lt;?= b c ?> d'),
    },
    {
      name: 'sees what PHP stops at',
      post: withFrontMatter('`<?= 1 ?>` and <?= $nothing ?>'),
      at: ['<?='],
      says: /Undefined variable \$nothing/,
      fixed: withFrontMatter('`<?= 1 ?>` and &lt;?= $nothing ?>'),
    },
    {
      name: 'sees a tag in capital letters',
      post: withFrontMatter('<?PHP no code ?>'),
      at: ['<?PHP'],
    },
    { name: 'is silent about what runs', post: withFrontMatter('Two is <?= 1 + 1 ?>.'), at: [] },
    { name: 'is silent about code', post: withFrontMatter('`<?= b c ?>`\n\n    <?xml?>'), at: [] },
    { name: 'is silent about what Jigsaw escapes', post: withFrontMatter('<?php broken ?>'), at: [] },
    {
      name: 'sees a short tag',
      post: withFrontMatter('<?xml version="1.0"?>'),
      at: ['<?'],
      severity: 'warning',
      fixed: withFrontMatter('&lt;?xml version="1.0"?>'),
    },
    {
      name: 'sees what CommonMark spoils',
      post: withFrontMatter('Start with <?php and go on.'),
      texts: COMMONMARK,
      at: ['<?php'],
      fixed: withFrontMatter('Start with &lt;?php and go on.'),
    },
  ]);
});

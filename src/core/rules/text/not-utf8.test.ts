import { describe } from 'node:test';
import { RULE_SITE, withFrontMatter } from '../../../../test/rule-site.ts';
import { table } from '../../../../test/rule-table.ts';

const COMMONMARK = {
  'config.php': RULE_SITE['config.php']?.replace('return [', "return [ 'commonmark' => true,") ?? '',
};

describe('text/not-utf8', () => {
  table('text/not-utf8', [
    { name: 'is silent about any letter', post: withFrontMatter('Καλημέρα, café, 📖.\n'), at: [] },
    {
      name: 'sees a letter that was lost',
      post: withFrontMatter('A caf\ufffd.\n'),
      at: ['\ufffd'],
      severity: 'error',
      effect: 'reader-sees',
    },
    {
      name: 'says that CommonMark stops at it',
      post: withFrontMatter('A caf\ufffd.\n'),
      texts: COMMONMARK,
      at: ['\ufffd'],
      effect: 'build-fails',
    },
    { name: 'speaks of the first only', post: withFrontMatter('\ufffd \ufffd\n'), at: ['\ufffd'] },
  ]);
});

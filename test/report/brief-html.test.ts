import { expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { briefHtml } from '../../src/report/brief-html.ts';
import { GOOD_BRIEF } from '../support/index.ts';

it('shows the fields of a brief as headings and lists', () => {
  const html = briefHtml(readBrief(GOOD_BRIEF).values);
  expect(html).toContain('<h1>Halve deployment time</h1>');
  expect(html).toMatch(/<h3>Guardrails<\/h3>\n<ul><li>No new paid services<\/li><li>/);
  expect(html).toMatch(/<h3>Goal<\/h3>\n<p>Cut the median/);
  expect(html).not.toContain('v1-');
});

it('lets nothing of a brief be more than text', () => {
  const hostile = `<img src=x onerror=alert(1)> [a](command:b) "'&`;
  const text = GOOD_BRIEF.replace('No new paid services', JSON.stringify(hostile)).replace(
    'title: Halve deployment time',
    `title: ${JSON.stringify('</h1><script>x</script>')}`,
  );
  const html = briefHtml(readBrief(text).values);
  expect(html).toContain('&lt;img src=x');
  expect(html).not.toMatch(/<(?!\/?(?:h1|h3|p|em|ul|li|hr)>)/);
});

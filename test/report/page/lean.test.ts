import { expect, test } from 'vitest';
import { withoutNeedlessEnds } from '../../../src/report/page/lean.ts';

test.each([
  ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a<li>b</ul>'],
  ['<tr><th>a</th><td>b</td></tr></tbody>', '<tr><th>a<td>b</tbody>'],
  ['<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a<dd>b</dl>'],
  ['<p>a</p><p>b</p><ul></ul>', '<p>a<p>b<ul></ul>'],
  [
    '<svg><use href="#a"></use><path d="M0 0"></path></svg>',
    '<svg><use href="#a"/><path d="M0 0"/></svg>',
  ],
])('%s', (html, lean) => {
  expect(withoutNeedlessEnds(html)).toBe(lean);
});

test.each([
  // A paragraph that text follows would swallow it.
  '<div><p>a</p> text</div>',
  '<p>a</p><small>b</small>',
  '<a href="#x"><p>a</p></a>',
  '<li>&lt;/li>&lt;li></li> ',
  '<ins>a</ins><del>b</del>',
])('%s stays', (html) => {
  expect(withoutNeedlessEnds(html)).toBe(html);
});

import { expect, test } from 'vitest';
import { leanHtml } from '../../../src/report/page/lean.ts';

test.each([
  ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a<li>b</ul>'],
  ['<tr><th>a</th><td>b</td></tr></tbody>', '<tr><th>a<td>b</tbody>'],
  ['<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a<dd>b</dl>'],
  ['<p>a</p><p>b</p><ul></ul>', '<p>a<p>b<ul></ul>'],
  [
    '<svg><use href="#a"></use><path d="M0 0"></path></svg>',
    '<svg><use href=#a /><path d="M0 0" /></svg>',
  ],
  ['<a class="b" href="#c">d</a>', '<a class=b href=#c>d</a>'],
  ['<p id="a" title="b c">', '<p id=a title="b c">'],
  ['<p title="a > b" id="c">', '<p title="a > b" id=c>'],
  ['a<br/>b', 'a<br>b'],
  ['<i title="&quot;x&lt;y&quot;">', '<i title=&quot;x&lt;y&quot;>'],
])('%s', (html, lean) => {
  expect(leanHtml(html)).toBe(lean);
});

test.each([
  // A paragraph that text follows would swallow it.
  '<div><p>a</p> text</div>',
  '<p>a</p><small>b</small>',
  '<a><p>a</p></a>',
  '<li>&lt;/li>&lt;li></li> ',
  '<ins>a</ins><del>b</del>',
  '<p title="">',
  '<p title="a=b">',
  '<i title="a=">b</i>',
  'text with id=&quot;x&quot;',
  // The stroke would belong to the value.
  '<meta charset="utf-8"/>',
])('%s stays', (html) => {
  expect(leanHtml(html)).toBe(html);
});

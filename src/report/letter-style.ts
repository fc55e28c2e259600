/**
 * How a letter looks: read on a telephone, in a dark room or on paper, and with no style at all. Colours
 * keep a contrast of 4.5 to 1 at least.
 */
export const LETTER_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1c1d21; --soft: #55585f; --paper: #fff; --line: #d4d6da; --tint: #f3f5f8; --link: #0a4fa8;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e8ea; --soft: #a9adb5; --paper: #17191d; --line: #3a3d44; --tint: #20242a; --link: #8ab6ff; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 46rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3, h4, h5, h6 { font-size: 1em; margin: 0; }
p, ol, ul { margin: .3rem 0; }
ol, ul { padding-left: 1.4rem; }
li { margin: .15rem 0; }
a { color: var(--link); }
.as-written { white-space: pre-line; }
.lead p { margin: 0; }
.ask { color: var(--soft); font-size: .85rem; line-height: 1.35; margin: 0; }
.field { margin: 0; padding: .5rem 0; border-top: 1px solid var(--line); }
blockquote { margin: .5rem 0; padding: .2rem 0 .2rem 1rem; border-left: 3px solid var(--line); }
.answer { margin-top: 2rem; padding: .2rem 1rem .8rem; background: var(--tint); border: 1px solid var(--line); border-radius: .4rem; }
.answer h2 { border: 0; margin-top: .3rem; }
pre { white-space: pre-wrap; background: var(--tint); padding: .6rem; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; }
.narrative h3, .narrative h4, .narrative h5, .narrative h6 { margin-top: .8rem; }
@media (min-width: 38rem) {
  .field { display: grid; grid-template-columns: 13rem 1fr; column-gap: 1.2rem; }
  .value > :first-child { margin-top: 0; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --tint: #fff; --link: #000;
  }
  @page { margin: 13mm 15mm; }
  body { max-width: none; padding: 0; font: 9.5pt/1.3 Arial, "Liberation Sans", Helvetica, sans-serif; }
  h1 { font-size: 15pt; margin-bottom: 1mm; }
  h2 { font-size: 10.5pt; margin: 3mm 0 1mm; padding-top: 1.5mm; break-after: avoid; }
  p, ol, ul, blockquote { margin: .5mm 0; }
  li { margin: 0; }
  .field { display: grid; grid-template-columns: 58mm 1fr; column-gap: 4mm; padding: .7mm 0; break-inside: avoid; }
  .ask { font-size: 8pt; line-height: 1.2; }
  .answer { break-inside: avoid; margin-top: 3mm; padding: .5mm 3mm 1mm; }
  .narrative a[href^="http"]::after { content: " (" attr(href) ")"; }
}
`;

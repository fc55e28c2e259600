/**
 * How the page looks: on a telephone and on a wall, in the light, in the dark and on paper. Without it
 * the page reads in the same order. Texts keep a contrast of 4.5 to 1, signs of 3 to 1.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1d21; --soft: #565b64; --paper: #fff; --line: #d9dce1; --tint: #f4f5f8; --link: #0a4fa8;
  --silent: #b3261e; --disputed: #7a2ea0; --open: #8a5a00; --agreed: #0b5cad; --undone: #5f646d; --faint: #7c828b;
  --del: #fde7e5; --ins: #def3e2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e7e8ea; --soft: #a9adb5; --paper: #15171b; --line: #363a41; --tint: #1e2127; --link: #8ab6ff;
    --silent: #ff8a7d; --disputed: #d5a6f5; --open: #efbf62; --agreed: #7fb5ff; --undone: #a9adb5; --faint: #888e98;
    --del: #4a2320; --ins: #1d3d26;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.5rem max(1rem, 2.5vw) 4rem; max-width: 96rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
body > svg { position: absolute; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 3rem 0 .8rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 0; }
h4, h5, h6 { font-size: 1rem; margin: .8rem 0 .2rem; }
p { margin: .3rem 0; }
ul, ol { margin: .3rem 0; padding-left: 1.3rem; }
a { color: var(--link); text-underline-offset: .15em; }
:target { outline: 2px solid var(--link); outline-offset: .5rem; }
.soft, small { color: var(--soft); font-size: .85em; font-weight: normal; }
code { font: .85em ui-monospace, "SF Mono", Consolas, monospace; background: var(--tint); padding: .1em .35em; border-radius: .25em; display: inline-block; max-width: 100%; }
pre { white-space: pre-wrap; background: var(--tint); padding: .6rem; }
pre code { background: none; padding: 0; display: inline; }
del { background: var(--del); text-decoration: line-through; text-decoration-thickness: 1px; }
ins { background: var(--ins); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .15em; }
blockquote { margin: .3rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); }
summary { cursor: pointer; color: var(--link); padding: .15rem 0; }
details > :not(summary) { margin-left: 1.1rem; }
.more > ul { margin-left: 0; }
.plain, .people, .cards, .lanes, .legend, .glance, .notes, article > ul, article ol { list-style: none; padding: 0; }
.plain > li { margin: .35rem 0; }
.notes { margin: .8rem 0; padding: .5rem .9rem; background: var(--tint); border-left: 3px solid var(--open); }

.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.3rem, 1fr)); gap: .7rem; margin: 1.3rem 0 0; }
.glance li { background: var(--tint); border-radius: .5rem; padding: .7rem .9rem; border-top: 3px solid transparent; line-height: 1.35; }
.glance a { color: inherit; text-decoration: none; }
.glance a:hover { text-decoration: underline; }
.glance b { display: block; font-size: 2.1rem; line-height: 1.1; }
.glance br { display: none; }
.glance small { display: block; }
.glance .grave { border-top-color: var(--silent); }
.glance .grave b { color: var(--silent); }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: .8rem; }
.card { border: 1px solid var(--line); border-left: 4px solid var(--faint); border-radius: .4rem; padding: .6rem .9rem; }
.card p { margin: .15rem 0; }
.card.silent { border-left-color: var(--silent); }
.card.disputed { border-left-color: var(--disputed); }
.card.open { border-left-color: var(--open); }
.card.agreed { border-left-color: var(--agreed); }
.card > div, article ol div { margin: .15rem 0; padding-left: .7rem; border-left: 2px solid var(--line); white-space: pre-line; }
em { font-style: normal; }
em.silent, .flag { color: var(--silent); }
em.disputed { color: var(--disputed); }
em.open { color: var(--open); }
.also { margin-top: 1rem; }
.sign { vertical-align: -.3em; overflow: visible; }

.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1.2rem 2.5rem; }
.repository { margin-top: 1.5rem; }
.repository > h3 { font-size: 1.15rem; }

figure { margin: 1rem 0; }
figure svg { display: block; margin: .5rem 0 1rem; }
figcaption { margin-top: .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9em; overflow-wrap: normal; }
.scroll table { min-width: 38rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: normal; min-width: 10rem; }
td > div { white-space: nowrap; }

.legend { margin-bottom: 1rem; max-width: 60rem; }
.signs { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .85em; }
.lanes { margin: 0; }
.lane { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.lane-axis { border: 0; padding: 0; }
.lane svg { display: block; margin-top: .3rem; overflow: visible; }

article { margin: 1.4rem 0 2rem; padding-top: .9rem; border-top: 1px solid var(--line); max-width: 64rem; }
article > details { margin: .3rem 0; }
article > ul > li { margin: .3rem 0; padding-left: .9rem; border-left: 3px solid var(--open); }
article ol > li { margin: .5rem 0; }
dl { margin: .4rem 0; }
dt { font-weight: 600; font-size: .9em; padding-top: .35rem; border-top: 1px solid var(--line); }
dd { margin: 0; padding-bottom: .35rem; white-space: pre-line; }
dd ul { white-space: normal; }
.outcome { padding: .4rem .9rem; background: var(--tint); border-radius: .4rem; }
.prose { max-width: 46rem; }
.prose table { display: block; overflow-x: auto; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; max-width: 60rem; }

.grid { stroke: var(--line); }
.soft-line { stroke: var(--faint); }
.ink-line { stroke: var(--ink); }
.ink-fill { fill: var(--ink); }
.paper-fill { fill: var(--paper); }
.silent-line { stroke: var(--silent); }
.silent-fill { fill: var(--silent); }
.disputed-line { stroke: var(--disputed); }
.open-line { stroke: var(--open); }
.agreed-line { stroke: var(--agreed); }
.agreed-fill { fill: var(--agreed); }
.undone-line, .withdrawn-line { stroke: var(--undone); }
.shaping-line, .free-line { stroke: var(--faint); }
.halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }

@media (min-width: 48rem) {
  .lane { display: grid; grid-template-columns: minmax(14rem, 22rem) 1fr; column-gap: 1.5rem; align-items: start; }
  .lane svg { margin-top: 0; }
  dl { display: grid; grid-template-columns: 11rem 1fr; }
  dd { padding-top: .35rem; border-top: 1px solid var(--line); }
}
/*
 * Of a long page what is not on the screen is laid out when it comes near: the first screen of a thousand briefs is
 * seen as soon as that of a few. Until then each has the height that is said here. Rather more than it will be: a
 * page that shrinks still ends where somebody went who went to its end.
 */
@media screen {
  .long :is(.card, .people > li, figure, .lane, article) { content-visibility: auto; overflow-clip-margin: 1rem; }
  .card { contain-intrinsic-height: auto 11rem; }
  .people > li { contain-intrinsic-height: auto 52rem; }
  figure { contain-intrinsic-height: auto 105rem; }
  .lane { contain-intrinsic-height: auto 8.5rem; }
  article { contain-intrinsic-height: auto 64rem; }
}
@media screen and (min-width: 48rem) {
  .people > li { contain-intrinsic-height: auto 34rem; }
  figure { contain-intrinsic-height: auto 66rem; }
  .lane { contain-intrinsic-height: auto 5.5rem; }
  article { contain-intrinsic-height: auto 38rem; }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --tint: #fff; --link: #000;
    --silent: #a01810; --disputed: #6a2090; --open: #6f4800; --agreed: #094a8c; --undone: #444; --faint: #666;
    --del: #fff; --ins: #fff;
  }
  @page { size: A4; margin: 13mm 14mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 16pt; }
  h2 { font-size: 12pt; margin: 7mm 0 2mm; padding-top: 2mm; break-after: avoid; }
  h3 { font-size: 11pt; }
  h4, h5, h6 { font-size: 9.5pt; margin: 2mm 0 .5mm; }
  h3, h4, summary { break-after: avoid; }
  footer { font-size: 8pt; }
  .glance { grid-template-columns: repeat(5, 1fr); gap: 2mm; }
  .glance li { border: 1px solid var(--line); padding: 1.5mm 2mm; }
  .glance b { font-size: 17pt; }
  .cards { grid-template-columns: 1fr 1fr; }
  .people { display: block; columns: 2; }
  .people > li { break-inside: avoid; margin-bottom: 4mm; }
  .card, .lane, article ol > li, dd, figure svg, tr { break-inside: avoid; }
  .lane { display: grid; grid-template-columns: 58mm 1fr; column-gap: 4mm; margin-top: 2mm; }
  article { max-width: none; margin: 4mm 0; }
  .scroll { overflow: visible; }
  a { text-decoration: none; }
  .glance a, code { color: inherit; }
  .prose a[href^='http']::after { content: " (" attr(href) ")"; }
}
/* Nobody can unfold paper. */
@supports selector(::details-content) {
  @media print {
    details::details-content { content-visibility: visible; block-size: auto; }
    summary { list-style: none; }
    .more > summary { display: none; }
  }
}
`;

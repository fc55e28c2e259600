import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, unwrapped } from '../../src/agreement/answer.ts';
import { sized } from '../support/size.ts';

const OWN = 'I own halving the wait for a deploy.\nHow is up to me; infra is off limits.';

/** What each program puts around an answer; `own` stands for what the person wrote. */
const MAILS: Readonly<Record<string, string>> = {
  'as it was typed': 'own',
  'Gmail, on top': `own

On Fri, Apr 3, 2026 at 10:12 AM Ana Novak <ana@example.com> wrote:

> Halve deployment time
> Ana Novak hands this over to Bor Kos.
`,
  'Gmail, below': `On Fri, Apr 3, 2026 at 10:12 AM Ana Novak <ana@example.com>
wrote:

> Halve deployment time
>
> Ana Novak hands this over.

own`,
  'Gmail, German, broken over two lines': `own

Am Fr., 3. Apr. 2026 um 10:12 Uhr schrieb Ana Novak mit einem langen Namen <
ana@example.com>:

> Halve deployment time`,
  'Gmail, French': `own

Le ven. 3 avr. 2026 à 10:12, Ana Novak <ana@example.com> a écrit\u00A0:

> Halve deployment time`,
  'Gmail before 2016': `own

2026-04-03 10:12 GMT+02:00 Ana Novak <ana@example.com>:

> Halve deployment time`,
  'Thunderbird, German, below': `Am 03.04.26 um 10:12 schrieb Ana Novak:
> Halve deployment time

own`,
  'Thunderbird, name first': `own

Ana Novak schrieb am 03.04.26 um 10:12:
> Halve deployment time`,
  'Apple Mail': `own

> On 3. Apr 2026, at 10:12, Ana Novak <ana@example.com> wrote:
>
> Halve deployment time`,
  'an app that marks nothing': `own

On 3 Apr 2026, at 10:12, Ana Novak <ana@example.com> wrote:

Halve deployment time
Ana Novak hands this over to Bor Kos.`,
  Outlook: `own

From: Ana Novak <ana@example.com>
Sent: Friday, April 3, 2026 10:12 AM
To: Bor Kos <bor@example.com>
Subject: Halve deployment time

Halve deployment time
Ana Novak hands this over to Bor Kos.`,
  'Outlook, German, with a rule': `own

________________________________
Von: Ana Novak <ana@example.com>
Gesendet: Freitag, 3. April 2026 10:12
An: Bor Kos <bor@example.com>
Betreff: Halve deployment time

Halve deployment time`,
  'Outlook, French, bold': `own

*De :* Ana Novak <ana@example.com>
*Envoyé :* vendredi 3 avril 2026 10:12
*À :* Bor Kos <bor@example.com>
*Objet :* Halve deployment time

Halve deployment time`,
  'Outlook of old': `own

-----Original Message-----
From: Ana Novak
Sent: Friday, April 3, 2026 10:12 AM
To: Bor Kos
Subject: Halve deployment time

Halve deployment time`,
  'Outlook of old, German': `own

-----Ursprüngliche Nachricht-----
Von: Ana Novak
Gesendet: Freitag, 3. April 2026 10:12
An: Bor Kos
Betreff: Halve deployment time

Halve deployment time`,
  Proton: `own

------- Original Message -------
On Friday, April 3rd, 2026 at 10:12 AM, Ana Novak <ana@example.com> wrote:


> Halve deployment time`,
  'a web mailer that escapes': `own

&gt; Halve deployment time`,
  'Windows line ends and a mark in front': '\uFEFFown\r\n\r\n> Halve deployment time\r\n',
  'an address that was broken off': `own

On Wed, Dec 9, 2026, Ana Novak
<ana@example.com>
wrote:

> Halve deployment time`,
  'an app that gives no address and marks nothing': `own

On 3 Apr 2026, at 10:12, Ana Novak wrote:

Halve deployment time`,
  'before ten in the morning': `own

On Fri, Apr 3, 2026 at 9:05 AM Ana Novak <ana@example.com> wrote:

Halve deployment time`,
  'French hours': `own

Le ven. 3 avr. 2026 à 9h05, Ana Novak <ana@example.com> a écrit :

Halve deployment time`,
  'Yandex, in whatever language': `own

ср, 30 апр. 2025 г. в 15:19, Ana Novak <ana@example.com>:

Halve deployment time`,
  Zoho: `own

---- On Fri, 3 Apr 2026 10:12:50 +0200 ana@example.com wrote ----

Halve deployment time`,
  Danish: `own

-------- Oprindelig besked --------
Fra: Ana Novak <ana@example.com>
Dato: 03.04.2026  10.12  (GMT+01:00)
Til: bor@example.com
Emne: Halve deployment time

Halve deployment time`,
};

describe('what a program repeats of the mail that is answered is cut', () => {
  it.each(Object.entries(MAILS))('%s', (_, mail) => {
    expect(readAnswer(mail.replace('own', OWN)).words).toBe(OWN);
  });

  it.each([
    ['a program that writes no colon', 'On 3 Apr 2026 at 10:12, ana@example.com wrote'],
    ['a year, with what is quoted marked', 'In 2026 Ana Novak wrote:'],
    ['two keys below From', 'From: a@example.com\nTo: b@example.com\nSubject: Halve it'],
  ])('%s', (_, header) => {
    expect(readAnswer(`${OWN}\n\n${header}\n> Halve it`).words).toBe(OWN);
  });

  it('but a sentence of their own before it stays, also where it ends in a colon', () => {
    for (const own of ['Here are my 2 points:', 'On 3 April I say this:']) {
      expect(readAnswer(`${OWN}\n${own}\n> Goal\nMine.`).words).toBe(`${OWN}\n${own}\n\nMine.`);
    }
    expect(
      readAnswer('On 3 Apr 2026 at 10:12,\n\nAna <ana@example.com> wrote:\n> Goal').words,
    ).toBe('On 3 Apr 2026 at 10:12,');
  });

  it('keeps answers between the lines, in their order', () => {
    const { words, cut } = readAnswer(`On 3 Apr 2026, at 10:12, Ana <ana@example.com> wrote:
> Goal: halve it
Halving, from 40 minutes.
> Scope: the pipeline
Not the machines.`);
    expect(words).toBe('Halving, from 40 minutes.\n\nNot the machines.');
    expect(cut.map(({ kind, text }) => [kind, text])).toEqual([
      ['quote', 'On 3 Apr 2026, at 10:12, Ana <ana@example.com> wrote:\n> Goal: halve it'],
      ['quote', '> Scope: the pipeline'],
    ]);
  });

  it('leaves nothing of a mail that only repeats', () => {
    expect(readAnswer('> Goal\n> Why\n').words).toBe('');
  });
});

describe('a signature is cut', () => {
  it.each([
    ['the usual mark', '-- \nBor Kos\nPlatform, Example Ltd.'],
    ['the mark without its space', '--\nBor Kos\nPlatform'],
    ['a telephone', 'Sent from my iPhone'],
    ['a telephone, German', 'Von meinem iPhone gesendet'],
    ['an app', 'Get Outlook for iOS<https://aka.ms/o0ukef>'],
    ['a closing with a name', 'Best regards,\nBor'],
    ['a closing with a name, German', 'Viele Grüße\nBor Kos'],
    ['decomposed letters', 'Viele Grüße\nBor Kos'.normalize('NFD')],
    [
      'a closing, a name and how to reach them',
      'Kind regards\n\nBor Kos\nPlatform\n+386 1 234 567',
    ],
    ['a page below the name', 'Best,\nBor Kos\nPlatform\nwww.example.com\na\nb\nc\nd'],
    ['a telephone that is set in', '  Sent from my iPhone'],
    ['several at once', 'Cheers,\nBor\n\nSent from my iPhone\n\n-- \nBor Kos'],
  ])('%s', (_, signature) => {
    const { words, cut } = readAnswer(`${OWN}\n\n${signature}\n\n> quoted`);
    expect(words).toBe(OWN);
    expect(cut[0]?.kind).toBe('signature');
  });

  it('their name alone, where it is known who answers', () => {
    const mail = `${OWN}\n\nBor`;
    expect(readAnswer(mail).words).toBe(mail);
    expect(readAnswer(mail, 'Bor Kos <bor@example.com>').words).toBe(OWN);
    expect(readAnswer(`${OWN}\nLG Bor`, 'Bor Kos').words).toBe(OWN);
    expect(readAnswer(`${OWN}\n\nBor Kos`, 'Bor Kos').words).toBe(OWN);
    expect(readAnswer(`${OWN}\nThanks, Bor Kos`, 'Bor Kos').words).toBe(OWN);
    expect(readAnswer(`${OWN}\nMei Kos`, 'Bor Kos').words).toBe(`${OWN}\nMei Kos`);
    expect(readAnswer('Bor', 'Bor Kos').words).toBe('Bor');
    for (const sentence of ['For caching ask Bor', 'For caching ask Bor Kos', 'Ask who? Bor.']) {
      expect(readAnswer(`${OWN}\n${sentence}`, 'Bor Kos').words).toBe(`${OWN}\n${sentence}`);
    }
    const long = `Best,\nBor\n${'I said so. '.repeat(8)}at length\nwww.example.com`;
    expect(readAnswer(`${OWN}\n${long}`).words).toBe(`${OWN}\n${long}`);
  });

  it('and a letter that was sent by its bytes is read', () => {
    expect(readAnswer('The caf=C3=A9 first, =E2=82=AC 5.').words).toBe('The café first, € 5.');
    for (const same of ['x =41=42', 'x =C3=41', 'a=B1=A9', '=D0 and =A9']) {
      expect(readAnswer(same).words).toBe(same);
    }
  });

  it.each([
    'Hi Ana,',
    ' Hi Ana, ',
    'Dear Ana Novak',
    'Hallo Ana!',
    'Hi all,',
    'Sehr geehrte Frau Novak,',
  ])('and the greeting %s', (greeting) => {
    const { words, cut } = readAnswer(`${greeting}\n\n${OWN}`);
    expect(words).toBe(OWN);
    expect(cut).toEqual([{ kind: 'greeting', text: greeting }]);
  });
});

describe('their own words stay', () => {
  it.each([
    [
      'a sentence that begins like a header',
      'On Friday 3 April I asked; on Monday Mei wrote:\nfine.',
    ],
    ['a header-like sentence, then more', 'As agreed.\nOn 3 April you wrote:\nthat infra is off.'],
    ['lines with colons', 'From: now on I own it.\nTo: halve the wait.\nDate: in June.'],
    ['thanks without a name', 'I take it on.\n\nThanks!'],
    ['thanks to somebody', 'I take it on.\nThanks, Mei'],
    ['a greeting that goes on', 'Hello world is not enough for it.\nI own the rest.'],
    ['a greeting alone', 'Hi Ana,'],
    [
      'dashes between paragraphs',
      'I own the wait.\n--\nInfra is off limits, and so is the budget.',
    ],
    ['an equals sign', 'a=b\nx = 10, y=20=\nz'],
    ['a list', '- halve it\n- leave infra alone\n* 98 % stays'],
    ['a name as the last word', 'For caching I ask\nMei'],
    ['what is said after a closing', 'I take it on. For it,\nthanks,\niPhone users wait.'],
    ['a word that only looks like a name', 'I own the wait.\nThanks,\niPhone'],
    ['a version after thanks', 'I own the wait.\nThanks,\nBuild2'],
    ['seven lines below a name', 'All mine.\nBest,\nBor\nwww.example.com\na\nb\nc\nd\ne\nf'],
    [
      'a sentence of what it was sent from',
      `Sent from my desk to yours: ${'I own the wait for a deploy and leave all else alone. '.repeat(2).trim()}`,
    ],
    ['a time and an address in a sentence', 'On 2026-04-03 at 10:12 ana@example.com wrote to me.'],
    ['an address before a colon', 'I own it.\nIn 2026 I ask ana@example.com for:\nhalf a day.'],
    ['a time before a colon', 'I own it.\nShe wrote at 10:12 on 2026-04-03:\nyes.'],
    ['a greeting of a sentence', 'Hi Ana, it works.\nI own the rest.'],
    ['a greeting that goes on in one line', 'Hi Ana, it works\nI own the rest.'],
    ['five names', 'Hi Ana Bor Cai Dee Eve,\nI own the rest.'],
    ['a single key', 'From: the desk, 2026-04-03 10:12\nTo: halve the wait.\nAll of it.'],
    ['what a colon announces', 'Here are my 2 points:'],
    ['a fence', '---\nI own it\n---'],
    ['a rule of their own', 'I own it.\n____________________\nNot infra.'],
  ])('%s', (_, text) => {
    expect(readAnswer(text)).toEqual({ words: text, cut: [] });
  });

  const word = fc.oneof(
    fc.constantFrom(
      'On',
      'Am',
      'Le',
      'wrote',
      'From:',
      'Sent',
      'best',
      'Bor',
      '3',
      'April',
      '10:12',
    ),
    fc.stringMatching(/^[\p{L}\d,.;()%&'"/ß日本é-]{1,9}$/u),
  );
  const line = fc
    .array(word, { minLength: 3, maxLength: 12 })
    .map((words) => `I ${words.join(' ')} then.`);
  const answer = fc.array(fc.oneof({ weight: 5, arbitrary: line }, fc.constant('')), {
    minLength: 1,
    maxLength: 12,
  });
  const visible = (text: string) => text.replace(/\s+/gu, '');

  it('whatever it is, where nothing is quoted and nothing signed', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        const { words, cut } = readAnswer(text, 'Bor Kos');
        expect(cut).toEqual([]);
        expect(words).toBe(lines.join('\n').trim());
      }),
      { numRuns: sized(150, 20_000) },
    );
  });

  it('anything at all is either theirs or shown as cut', () => {
    const any = fc.array(
      fc.oneof(
        line,
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...Object.values(MAILS).flatMap((mail) => mail.split('\n'))),
        fc.constantFrom('-- ', '--', 'Best,', 'Bor', 'Hi Ana,', 'Sent from my iPhone', ''),
      ),
    );
    fc.assert(
      fc.property(any, (lines) => {
        const text = lines.join('\n');
        const { words, cut } = readAnswer(text, 'Bor Kos');
        const parts = [words, ...cut.map((each) => each.text)].map(visible);
        if (!text.includes('=')) {
          const letters = (of: string) => [...of].toSorted().join('');
          expect(letters(parts.join(''))).toBe(letters(visible(text.replace(/^\uFEFF/, ''))));
        }
      }),
      { numRuns: sized(150, 20_000) },
    );
  });

  it('a long text takes no longer than its length asks for', () => {
    const hostile = [
      'On 3 Apr 2026, at 10:12, Ana <ana@example.com> wrote:\n',
      'From: a@b.c\nTo: x\nSubject: y\n',
      '-----Original Message-----\n\n',
      'Sent from my iPhone\n',
      '-- \n',
      'On a b c\n',
      'x = \n',
      'Best,\n',
    ];
    for (const line of hostile) {
      const started = performance.now();
      readAnswer(line.repeat(Math.ceil(400_000 / line.length)), 'Bor Kos');
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

describe('quoted-printable', () => {
  it('is undone', () => {
    const sent = `I own halving the wait for a deploy; how is up to me, infra is off limits=
 and the =C5=BEivjo stays.`;
    expect(readAnswer(sent).words).toBe(
      'I own halving the wait for a deploy; how is up to me, infra is off limits and the živjo stays.',
    );
  });

  it('is not seen where it is not', () => {
    for (const text of ['a=\nb', 'x=10', 'cost=C3 and more', `${'x'.repeat(75)}=\n=3`]) {
      expect(readAnswer(text).words).toBe(text);
    }
  });
});

describe('lines that a mail program broke', () => {
  it('are put together, and what its writer broke stays', () => {
    const words = `I take on halving the wait for a deploy, from 40 minutes to 20, for
the web service only.
Infra stays.

Mine to decide, as I understand what the brief says about it:
- caching
- parallel jobs, which may need more machines than there are in the
  pool
1. first`;
    expect(unwrapped(words))
      .toBe(`I take on halving the wait for a deploy, from 40 minutes to 20, for the web service only.
Infra stays.

Mine to decide, as I understand what the brief says about it:
- caching
- parallel jobs, which may need more machines than there are in the
  pool
1. first`);
  });
});

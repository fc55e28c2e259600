import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';

function rules(goal: string, why: string, criterion: string, language?: string): string[] {
  const text = `---\ngoal: ${goal}\nwhy: ${why}\nquality:\n  criteria:\n    - ${criterion}\ndelegate: TBD\n---\n`;
  const config = language === undefined ? {} : { language };
  return checkBrief(readBrief(text), { path: 'x.md', config })
    .map(({ rule }) => rule)
    .filter((rule) => !rule.startsWith('missing-') && rule !== 'also-not-said');
}

describe('a brief in another language', () => {
  for (const [name, goal, why, criterion] of [
    [
      'German',
      'Die Wartezeit am Telefon sinkt auf 20 Minuten.',
      'Die Kunden warten zu lange und rufen bei anderen an.',
      'Der Anteil ist robust und modern',
    ],
    [
      'French',
      'Les restes de la cantine passent à 70 g par enfant.',
      'Nous jetons 31 kg par jour et la commune nous facture la collecte.',
      'Le menu est simple',
    ],
    [
      'Spanish',
      'Los palés rechazados bajan a 12 como máximo.',
      'Cada palé nos cuesta 640 euros y el viaje de vuelta.',
      'La línea es flexible y no baja de 18',
    ],
    [
      'Portuguese',
      'A fila da cantina não passa de dez minutos até junho.',
      'Os alunos chegam tarde às aulas e os pais não gostam.',
      'O menu é simples, original e flexible',
    ],
    [
      'Turkish',
      'Bekleme süresi haziran sonuna kadar 20 dakikaya iner.',
      'Müşteriler çok bekliyor ve başka bir yeri arıyor.',
      'Form simple ve modern olacak',
    ],
    [
      'Bosnian',
      'Red u kantini ne traje duže od deset minuta do kraja juna.',
      'Djeca kasne na časove i roditelji su nezadovoljni.',
      'Jelovnik je modern i robust',
    ],
    [
      'Chinese',
      '到六月底，等待时间缩短到二十分钟。',
      '客户等得太久，转而致电其他公司。',
      '表格 simple 易懂',
    ],
    [
      'Japanese',
      '六月末までに待ち時間を二十分に短縮する。',
      '顧客が長く待たされ、他社に電話している。',
      'フォームは simple である',
    ],
  ] as const) {
    it(`${name}: is known, told once, and not judged by English words`, () => {
      expect(rules(goal, why, criterion).toSorted()).toEqual(
        ['one-delegate', 'placeholder', 'words-not-judged'].toSorted(),
      );
    });
  }

  it('is not told again where the configuration names its language', () => {
    expect(
      rules(
        'Die Wartezeit der Kunden sinkt.',
        'Die Kunden warten zu lange.',
        'Der Anteil ist modern',
        'de',
      ),
    ).not.toContain('words-not-judged');
  });

  it('is English where most of it is, whatever its names are', () => {
    const found = rules(
      'The site of the Ponte de la Vega is open by 30 June.',
      'Guests of the hotel in the old town do not find it on the map.',
      'The form is simple',
    );
    expect(found).toContain('subjective-term');
    expect(found).not.toContain('words-not-judged');
  });
});

import { readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  dropAnswers,
  answersFiles,
  loadAnswers,
  newAnswersFile,
  saveAnswers,
} from '../../src/wizard/kept-answers.ts';
import { tempFolder } from '../support/index.ts';

const VALUES = { title: 'Halve deployment time', goal: 'Über 40 → 20 minutes' } as const;

test('answers come back as they were given', () => {
  const file = newAnswersFile(tempFolder());
  saveAnswers(file, { values: VALUES, asked: ['title', 'why'], given: ['goal'], hurried: true });
  expect(loadAnswers(file)).toEqual({
    values: VALUES,
    asked: ['title', 'why'],
    given: ['goal'],
    hurried: true,
  });
  saveAnswers(file, { values: VALUES, asked: [], text: '---\ntitle: T\n---\n' });
  expect(loadAnswers(file)?.text).toBe('---\ntitle: T\n---\n');
  expect(readdirSync(dirname(file))).toEqual([basename(file)]);
});

test('none, damaged, of another version, or without an answer: there is nothing to go on with', () => {
  const file = join(tempFolder(), 'new.json');
  expect(loadAnswers(file)).toBeUndefined();
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"version":2,"values":{"goal":"x"},"at":1}',
    '{"version":1,"values":{},"at":0}',
    '{"version":1,"at":0}',
  ]) {
    writeFileSync(file, text);
    expect(loadAnswers(file), text).toBeUndefined();
  }
});

test('a field that this version does not know is left out', () => {
  const file = join(tempFolder(), 'new.json');
  writeFileSync(file, '{"version":1,"values":{"goal":"x","mood":"y"},"asked":["mood",3,"goal"]}');
  expect(loadAnswers(file)).toEqual({
    values: { goal: 'x' },
    asked: ['goal'],
    given: [],
    hurried: false,
  });
});

test('thrown away is gone, and twice is no harm', () => {
  const file = join(tempFolder(), 'new.json');
  saveAnswers(file, { values: VALUES, asked: [] });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1 });
  dropAnswers(file);
  dropAnswers(file);
  expect(loadAnswers(file)).toBeUndefined();
});

test('two interviews at a time have a file each; the newest is offered first', () => {
  const folder = tempFolder();
  expect(answersFiles(folder)).toEqual([]);
  const [one, two] = [newAnswersFile(folder), newAnswersFile(folder)];
  saveAnswers(one, { values: { title: 'One' }, asked: [] });
  saveAnswers(two, { values: { title: 'Two' }, asked: [] });
  utimesSync(one, 1, 1);
  writeFileSync(join(dirname(one), 'new-0badf00d.json'), '{');
  writeFileSync(join(dirname(one), 'other.json'), '{}');
  expect(answersFiles(folder).map(({ answers }) => answers.values.title)).toEqual(['Two', 'One']);
});

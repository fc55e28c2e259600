import { render } from '@inquirer/testing';
import { describe, expect, test, vi } from 'vitest';
import { asTyped } from '../../src/wizard/ask.ts';
import { linePrompt } from '../../src/wizard/line-prompt.ts';

const PLAIN = { mark: '>', initial: '', parse: asTyped };

describe('a line in the terminal', () => {
  test('is what was typed, without the blanks around it', async () => {
    const { answer, events, getScreen } = await render(linePrompt, PLAIN);
    expect(getScreen()).toBe('>');
    events.type(' in 6 weeks ');
    events.keypress('enter');
    expect(await answer).toBe('in 6 weeks');
    expect(getScreen()).toContain('>  in 6 weeks');
  });

  test('begins with what stands there, to be edited', async () => {
    const { answer, events, getScreen } = await render(linePrompt, {
      ...PLAIN,
      initial: 'Halve it',
    });
    expect(getScreen()).toBe('> Halve it');
    events.type(' now');
    events.keypress('enter');
    expect(await answer).toBe('Halve it now');
  });

  test('says what is wrong below, keeps the line, and goes on from it', async () => {
    const parse = (text: string) =>
      text === '2026' ? { value: text } : { problem: '    No year.' };
    const { answer, events, getScreen } = await render(linePrompt, { ...PLAIN, parse });
    events.type('202');
    events.keypress('enter');
    await vi.waitFor(() => expect(getScreen()).toBe('> 202\n    No year.'));
    events.type('6');
    expect(getScreen()).toBe('> 2026');
    events.keypress('enter');
    expect(await answer).toBe('2026');
  });

  test('a paste of several lines is one answer with all of them', async () => {
    const { answer, events, getScreen } = await render(linePrompt, { ...PLAIN, mark: '-' });
    for (const item of ['one', 'two', 'three']) {
      events.type(item);
      events.keypress('enter');
    }
    expect(getScreen()).toBe('- one\n    two\n    three');
    expect(await answer).toBe('one\ntwo\nthree');
  });

  test('a backspace at the start of a pasted line takes the line before', async () => {
    const { answer, events } = await render(linePrompt, PLAIN);
    events.type('one');
    events.keypress('enter');
    events.type('x');
    events.keypress('backspace');
    events.keypress('backspace');
    events.type('!');
    events.keypress('enter');
    expect(await answer).toBe('one!');
  });

  test('Enter alone is an answer too', async () => {
    const { answer, events } = await render(linePrompt, PLAIN);
    events.keypress('enter');
    expect(await answer).toBe('');
  });
});

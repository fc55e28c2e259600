/** The manual pages: each command's own help, in the language of man. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { COMMANDS } from '../src/commands/table.ts';

const PACKAGE = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
const { version } = JSON.parse(PACKAGE) as { version: string };
const SHOWN = COMMANDS.filter((entry) => entry.hidden !== true);

/** The manual pages by their path in the package. */
export const MAN_PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'man/delegate.1': programPage,
  ...Object.fromEntries(
    SHOWN.map((entry) => [`man/delegate-${entry.name}.1`, () => commandPage(entry)]),
  ),
};

function programPage(): string {
  const groups = [...new Set(SHOWN.map(({ group }) => group))];
  const commands = groups.flatMap((heading) => [
    `.SS ${heading}`,
    ...SHOWN.filter(({ group }) => group === heading).flatMap(({ name, summary }) =>
      tagged(`${bold(`delegate-${name}`)}(1)`, summary),
    ),
  ]);
  return page('delegate', [
    ...section('NAME', [`delegate \\- ${escaped('delegation briefs as markdown in git')}`]),
    ...section('SYNOPSIS', [
      `${bold('delegate')} [${bold('-C')} ${italic('dir')}] ${italic('command')} [${italic('options')}]`,
    ]),
    ...section('DESCRIPTION', [
      escaped(
        'Makes each hand-over a short written contract, a brief, in the team\'s own git repository: written, checked, agreed, and told when it moves. Called alone it shows what waits for you, where there are briefs. Begin with "delegate demo" or "delegate new".',
      ),
    ]),
    ...section('OPTIONS', [
      ...tagged(`${bold('-C')} ${italic('dir')}`, 'work in this folder, as git has it'),
      ...tagged(`${bold('-V')}, ${bold('--version')}`, 'print the version'),
      ...tagged(`${bold('-h')}, ${bold('--help')}`, 'print help; also of a command'),
    ]),
    ...section('COMMANDS', commands),
    ...section('EXIT STATUS', [
      ...tagged('0', 'fine'),
      ...tagged('1', 'findings'),
      ...tagged('2', 'it could not do its work: usage, configuration, environment'),
      ...tagged('130', 'interrupted'),
    ]),
  ]);
}

async function commandPage({
  name,
  alias,
  summary,
  load,
}: (typeof SHOWN)[number]): Promise<string> {
  const command = new Command(name).description(summary).helpOption('-h, --help', 'print help');
  if (alias !== undefined) command.alias(alias);
  (await load()).declare(command, async () => {});
  const help = command.createHelp();
  const usage = command.usage().replace('[options] ', '').replace('[options]', '');
  const blocks = moreText(command);
  const isSection = (block: string): boolean => /^(?:Examples?|Status):/.test(block);
  const called = [name, ...(alias === undefined ? [] : [alias])];
  return page(`delegate-${name}`, [
    ...section('NAME', [`${escaped(`delegate-${name}`)} \\- ${escaped(summary)}`]),
    ...section('SYNOPSIS', [
      called
        .map((one) => `${bold(`delegate ${one}`)} [${italic('options')}] ${escaped(usage)}`.trim())
        .join('\n.br\n'),
    ]),
    ...section('DESCRIPTION', blocks.filter((block) => !isSection(block)).flatMap(paragraph)),
    ...section(
      'ARGUMENTS',
      help
        .visibleArguments(command)
        .flatMap((argument) =>
          tagged(italic(help.argumentTerm(argument)), help.argumentDescription(argument)),
        ),
    ),
    ...section(
      'OPTIONS',
      help
        .visibleOptions(command)
        .flatMap((option) =>
          tagged(flags(option.flags), descriptionOf(help.optionDescription(option))),
        ),
    ),
    ...blocks.filter(isSection).flatMap(ownSection),
    ...section('SEE ALSO', [`${bold('delegate')}(1)`]),
  ]);
}

/** Without what an option that may be repeated begins with. */
function descriptionOf(text: string): string {
  return text.replace(' (default: [])', '');
}

/** What stands after the options, in blocks. */
function moreText(command: Command): string[] {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  const more = text.slice(command.helpInformation().length).trim();
  return more.split(/\n{2,}/).filter(Boolean);
}

function paragraph(block: string): string[] {
  const lines = block.split('\n');
  // A list stays in its lines.
  if (lines.some((line) => line.startsWith(' '))) return ['.PP', ...asTyped(lines)];
  return ['.PP', escaped(lines.join(' '))];
}

/** Examples as they are typed, or the statuses. */
function ownSection(block: string): string[] {
  const [first = '', ...rest] = block.split('\n');
  if (!first.startsWith('Status: ')) {
    return section('EXAMPLES', asTyped(rest.map((line) => line.replace(/^ {2}/, ''))));
  }
  const [, told = ''] = /^Status: (.*?)\.?$/s.exec(block) ?? [];
  const statuses = told.replaceAll('\n', ' ').split('; ');
  return section(
    'EXIT STATUS',
    statuses.flatMap((one) => {
      const [number = '', ...what] = one.split(' ');
      return tagged(number, what.join(' '));
    }),
  );
}

function asTyped(lines: readonly string[]): string[] {
  return ['.nf', ...lines.map(escaped), '.fi'];
}

function page(name: string, lines: readonly string[]): string {
  // Without a date: the same version makes the same page on every day.
  const title = `.TH ${escaped(name.toUpperCase())} 1 "" "delegate ${version}" "Delegation briefs"`;
  return [
    '.\\" Made by scripts/man-page.ts from the program\'s own help.',
    title,
    // No word is broken: it may be one that is typed.
    '.nh',
    '.ad l',
    ...lines,
    '',
  ].join('\n');
}

function section(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`.SH ${name}`, ...lines];
}

function tagged(tag: string, text: string): string[] {
  return ['.TP', tag, escaped(text)];
}

/** `-m, --message <text>`: what is typed in bold, what it stands for in italics. */
function flags(text: string): string {
  return text
    .split(/(?<=,) | (?=[<[])/)
    .map((part) =>
      part.startsWith('-')
        ? bold(part.replace(/,$/, '')) + (part.endsWith(',') ? ',' : '')
        : italic(part),
    )
    .join(' ');
}

function bold(text: string): string {
  return `\\fB${escaped(text)}\\fR`;
}

function italic(text: string): string {
  return `\\fI${escaped(text)}\\fR`;
}

/** A text that troff prints as it is: hyphens as they are typed, and no line that is a request. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replace(/^\./, '\\&.');
}

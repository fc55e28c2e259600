/**
 * Runs a tool that only the checks need, at the root of the repository: `node checks/run.mjs tsc -p .`.
 * The tools have a manifest and a lock file of their own, so that who only tries the program, or its
 * tests, does not wait for them; they are installed the first time, and when the lock file has changed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const here = import.meta.dirname;
const [tool = '', ...args] = process.argv.slice(2);

/** The exit status; a command that could not be started has 2. */
function run(command, options, cwd, env = process.env) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, options, { cwd, env, shell, stdio: 'inherit' });
  if (error !== undefined) process.stderr.write(`${command}: ${error.message}\n`);
  return status ?? 2;
}

/** Installs what the lock file names, unless it is there. */
function install() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const installed = join(here, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return 0;
  const status = run('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--silent'], here);
  if (status === 0) writeFileSync(installed, lock);
  return status;
}

const bin = join(here, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
process.exitCode = install() || run(tool, args, join(here, '..'), env);

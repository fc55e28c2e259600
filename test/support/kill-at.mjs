// Loaded before the program: kills it right before its step number KILL_AT, where a step is whatever
// changes a file or starts a process. With KILL_STEPS it runs to its end, and writes the number of its
// steps there. With FAULT=EXDEV no file can be renamed out of the git directory.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT, KILL_STEPS, FAULT } = process.env;
const { writeFileSync } = fs;
let steps = 0;

function count(module, name) {
  const real = module[name];
  module[name] = (...args) => {
    if (steps === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
    steps++;
    if (name === 'renameSync' && FAULT === 'EXDEV' && args[0].includes('/.git/')) {
      throw Object.assign(new Error('EXDEV'), { code: 'EXDEV', syscall: 'rename' });
    }
    return real(...args);
  };
}

for (const name of [
  ...['openSync', 'writeSync', 'fsyncSync', 'closeSync'],
  ...['renameSync', 'linkSync', 'rmSync', 'mkdirSync'],
]) {
  count(fs, name);
}
count(childProcess, 'spawn');
syncBuiltinESMExports();
if (KILL_STEPS) process.on('exit', () => writeFileSync(KILL_STEPS, String(steps)));

// Loaded before the program: kills it right before its step number KILL_AT, where a step is whatever
// changes a file or starts a process. With KILL_STEPS it runs to its end, and writes the number of its steps there.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { KILL_AT, KILL_STEPS } = process.env;
const { writeFileSync } = fs;
let steps = 0;

function count(module, name) {
  const real = module[name];
  module[name] = (...args) => {
    if (steps === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
    steps++;
    return real(...args);
  };
}

for (const name of ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync']) {
  count(fs, name);
}
count(childProcess, 'spawn');
syncBuiltinESMExports();
if (KILL_STEPS) process.on('exit', () => writeFileSync(KILL_STEPS, String(steps)));

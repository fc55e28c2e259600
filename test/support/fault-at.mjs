// Loaded before the program: its call number FAULT_AT of the file system fails with FAULT_CODE. Node's own
// calls do not count. With FAULT_CALLS it runs to its end, and writes the names of its calls there.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FAULT_AT, FAULT_CODE = 'EIO', FAULT_CALLS } = process.env;
const { writeFileSync } = fs;
const calls = [];

const isOurs = () => /\/dist\//.test(new Error().stack.split('\n')[3] ?? '');

function fault(name, real) {
  return (...args) => {
    if (isOurs()) {
      calls.push(name);
      if (calls.length - 1 === Number(FAULT_AT)) {
        // What fails to be closed is closed all the same, as in the kernel.
        if (name === 'closeSync') real(...args);
        const syscall = name.replace(/Sync.*/, '');
        const path = typeof args[0] === 'string' ? { path: args[0] } : {};
        const error = new Error(`${FAULT_CODE}: it failed, ${syscall}`);
        throw Object.assign(error, { code: FAULT_CODE, errno: -5, syscall, ...path });
      }
    }
    return real(...args);
  };
}

for (const [name, real] of Object.entries(fs)) {
  if (name.endsWith('Sync') && typeof real === 'function' && name !== 'existsSync') {
    fs[name] = Object.assign(fault(name, real.bind(fs)), real);
    if (real.native) fs[name].native = fault(`${name}.native`, real.native);
  }
}
syncBuiltinESMExports();
if (FAULT_CALLS) process.on('exit', () => writeFileSync(FAULT_CALLS, calls.join('\n')));

// Starts one program in a process group of its own and ends the whole group when the program ends or when the
// process that asked for it goes away, however it goes: not even `kill -9` leaves a server behind.
// Forked with a channel to its parent: node guard.mjs PROGRAM ARGUMENT…
import { spawn, spawnSync } from 'node:child_process';

const [program = '', ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

const endAll = () => {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    process.exit();
  }
  // This process is in the group too, so this is its last line.
  process.kill(-process.pid, 'SIGKILL');
};

child.once('exit', endAll);
child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
process.once('disconnect', () => {
  child.kill();
  setTimeout(endAll, 2000);
});

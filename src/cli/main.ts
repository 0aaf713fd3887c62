import { run } from './run.ts';

let failed = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads may have read enough and close the pipe, as `| head` does.
  if (error.code === 'EPIPE') return;
  failed = true;
  process.exitCode = 2;
  process.stderr.write(`counterparts: the answer could not be written: ${error.message}.\n`);
});
// Nobody is left who could be told.
process.stderr.on('error', () => undefined);

const code = run(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
});
if (!failed) process.exitCode = code;

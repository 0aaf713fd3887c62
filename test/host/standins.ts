/**
 * Stand-ins, in plain JavaScript, for the native modules of the server that ship no prebuilt binary: a device id for
 * telemetry (which is off), a watchdog that ends the server with its parent, and the logger.
 */
export const STAND_INS: Readonly<Record<string, { type: 'module' | 'commonjs'; source: string }>> = {
  '@vscode/deviceid': {
    type: 'module',
    source: `export async function getDeviceId() { return '00000000-0000-4000-8000-000000000000'; }
export default { getDeviceId };
`,
  },
  '@vscode/native-watchdog': { type: 'commonjs', source: watchdog() },
  'native-watchdog': { type: 'commonjs', source: watchdog() },
  '@vscode/spdlog': { type: 'commonjs', source: logger() },
};

function watchdog(): string {
  return `exports.start = () => {};
exports.exit = code => process.exit(code || 0);
`;
}

/** The part of spdlog's interface that VS Code uses, writing at once instead of from a thread. */
function logger(): string {
  return `'use strict';
const fs = require('node:fs');
const path = require('node:path');

const NAMES = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
let common = 2;

class Logger {
  constructor(kind, name, file) {
    this.level = common;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.file = fs.openSync(file, 'a');
  }
  write(level, message) {
    if (level < this.level || this.file === undefined) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      fs.writeSync(this.file, this.raw ? message : time + ' [' + NAMES[level] + '] ' + message + '\\n');
    } catch {}
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {
    if (this.file === undefined) return;
    try { fs.closeSync(this.file); } catch {}
    this.file = undefined;
  }
}

exports.version = 1;
exports.setLevel = level => { common = level; };
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
`;
}

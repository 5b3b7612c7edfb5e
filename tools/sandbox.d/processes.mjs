// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Programs that the sandbox runs. A process is known by number and start time, since numbers come again.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MS = 180_000;
const PATIENCE_MS = 10_000;

// Field 22 of /proc/PID/stat, in clock ticks since boot; undefined when there is no such process (or it is a zombie).
export function startTime(pid) {
  let stat;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // from field 3 on: the name may hold anything
  return fields[0] === 'Z' ? undefined : Number(fields[19]);
}

export const identify = (pid) => ({ pid, started: startTime(pid) });
export const isAlive = (who) => who?.started !== undefined && startTime(who.pid) === who.started;

const send = (who, signal) => {
  try {
    if (isAlive(who)) process.kill(who.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

export async function waitForEnd(who, patience = PATIENCE_MS) {
  const until = Date.now() + patience;
  while (isAlive(who)) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

// Politely, then not.
export async function end(who, patience = PATIENCE_MS) {
  send(who, 'SIGTERM');
  if (await waitForEnd(who, patience)) return;
  send(who, 'SIGKILL');
  await waitForEnd(who);
}

const lastLines = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n') : '');
const DEATH_SIGNAL = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);

// Starts a program that prints a JSON line with "ready": true, and waits for that line. The kernel ends it when we are
// killed (setpriv, Linux); it has a process group of its own, so that Ctrl+C reaches us alone and we end it in order.
export async function startUntilReady(name, command, log) {
  const [program, ...args] = DEATH_SIGNAL ? [DEATH_SIGNAL, '--pdeathsig', 'SIGKILL', '--', ...command] : command;
  const errors = openSync(log, 'a', 0o600);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', errors], detached: true });
  closeSync(errors);
  const problem = (what) => new Error(`${name} ${what}${lastLines(log) && `:\n${lastLines(log)}`}`);
  let text = '';
  let timer;
  try {
    const ready = await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(problem(`did not become ready in ${READY_MS / 1000} s`)), READY_MS);
      child.once('error', (error) => reject(problem(`cannot be started: ${error.message}`)));
      child.once('exit', (code, signal) => reject(problem(`ended before it was ready (${signal ?? code})`)));
      child.stdout.on('data', (data) => {
        text += data;
        for (const line of text.split('\n').slice(0, -1)) if (isReady(line)) resolve(JSON.parse(line));
      });
    });
    child.stdout.removeAllListeners('data').resume();
    return { name, child, log, who: identify(child.pid), ready };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function isReady(line) {
  try {
    return JSON.parse(line).ready === true;
  } catch {
    return false;
  }
}

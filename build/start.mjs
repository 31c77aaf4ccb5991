// `npm start`: the menu bar app from this checkout, or the same panel in a browser where Electron cannot run.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { projectDir } from './bundles.mjs';
import { canDownloadElectron, downloadElectron, findElectron } from './electron-binary.mjs';
import { ensureBuilt } from './ensure-built.mjs';

/** An app that ends sooner than this with a complaint has not started. */
const startingMs = 10_000;

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

async function start() {
  const mayDownload = hasDisplay && findElectron() === null ? canDownloadElectron() : false;
  await ensureBuilt();
  const { writeStartTexts } = await import('../out/start/start-texts.js');
  const texts = writeStartTexts([Intl.DateTimeFormat().resolvedOptions().locale]);
  if (!hasDisplay) return openInBrowser(texts.startWithoutDisplay);
  const electron = findElectron() ?? ((await mayDownload) && (await downloadElectron()) ? findElectron() : null);
  if (electron === null) return openInBrowser(texts.startWithoutElectron);
  const startedAt = performance.now();
  const exitCode = await run(electron, [projectDir]);
  if (exitCode !== 0 && !isStopping && performance.now() - startedAt < startingMs) {
    return openInBrowser(texts.startElectronFailed);
  }
  return exitCode;
}

function openInBrowser(reason) {
  console.log(reason);
  const commandLine = path.join(projectDir, 'out/cli/clawtender.js');
  return run(process.execPath, [commandLine, 'panel', ...process.argv.slice(2)]);
}

let isStopping = false;

/** Runs until the program ends; Ctrl-C ends both, and is no failure. Resolves to the exit code. */
function run(program, args) {
  let child = null;
  const stop = () => {
    isStopping = true;
    child?.kill('SIGTERM');
  };
  // Before the program starts: a Ctrl-C right after its first line must not end this script alone.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  child = spawn(program, args, { stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(isStopping ? 0 : (code ?? 1)));
  }).finally(() => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  });
}

process.exitCode = await start();

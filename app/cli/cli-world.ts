import type { Locale } from '../core/model/view.ts';
import type { Engine } from '../engine/engine.ts';
import type { PanelRequest } from './panel.ts';
import type { Terminal } from './terminal.ts';

/** What the commands are given: tests pass their own. */
export interface CliWorld {
  readonly terminal: Terminal;
  readonly appVersion: string;
  /** Languages the person prefers, POSIX or BCP 47 names, the first that fits is used. */
  readonly preferredLocales: readonly string[];
  /** An engine for this profile (`null`: the default one), on the real machine. */
  openEngine(profile: string | null): Promise<Engine>;
  /** Serves the panel and returns what ends it. */
  openPanel(request: PanelRequest): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** What every command needs to speak. */
export interface CommandContext {
  readonly world: CliWorld;
  readonly locale: Locale;
}

/** Exit codes: 0 done or healthy, 1 not, 2 wrong use or a fault of our own, 3 cannot tell. */
export type ExitCode = 0 | 1 | 2 | 3;

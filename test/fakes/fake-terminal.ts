import type { CliWorld } from '../../app/cli/cli-world.ts';
import type { PanelRequest } from '../../app/cli/panel.ts';
import type { Engine } from '../../app/engine/engine.ts';

export interface FakeCli extends CliWorld {
  readonly written: { out: string; err: string };
  readonly opened: readonly (string | null)[];
  readonly panels: readonly PanelRequest[];
  interrupt(): void;
}

export interface FakeCliOptions {
  readonly engine?: Engine;
  readonly canAsk?: boolean;
  readonly hasColor?: boolean;
  readonly answers?: readonly (string | null)[];
  readonly preferredLocales?: readonly string[];
  readonly openPanel?: CliWorld['openPanel'];
}

/** A command line's surroundings made of strings. What a test did not give may not be used. */
export function makeFakeCli(options: FakeCliOptions = {}): FakeCli {
  const written = { out: '', err: '' };
  const opened: (string | null)[] = [];
  const panels: PanelRequest[] = [];
  const answers = [...(options.answers ?? [])];
  const ended = new AbortController();
  return {
    written,
    opened,
    panels,
    interrupt: () => ended.abort(),
    appVersion: '1.2.3',
    preferredLocales: options.preferredLocales ?? ['en_US.UTF-8'],
    terminal: {
      out: (text) => void (written.out += text),
      err: (text) => void (written.err += text),
      canAsk: options.canAsk ?? false,
      hasColor: options.hasColor ?? false,
      async ask(question) {
        const answer = answers.shift();
        if (answer === undefined) throw new Error(`a question that the test does not expect: ${question}`);
        written.err += `${question} ${answer ?? ''}\n`;
        return answer;
      },
      untilInterrupted: () =>
        new Promise((resolve) => ended.signal.addEventListener('abort', () => resolve(), { once: true })),
    },
    async openEngine(profile) {
      if (options.engine === undefined) throw new Error('this command needs no engine');
      opened.push(profile);
      return options.engine;
    },
    async openPanel(request) {
      panels.push(request);
      if (options.openPanel === undefined) throw new Error('this command needs no panel');
      return options.openPanel(request);
    },
  };
}

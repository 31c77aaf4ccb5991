import { dialog } from 'electron';
import type { ActionKind, ActionResult } from '../core/model/action.ts';
import type { ActionView } from '../core/model/view.ts';
import { labelTexts } from '../core/text/labels.ts';
import type { Engine } from '../engine/engine.ts';
import type { DetailsWindow } from './window.ts';
import type { Views } from './views.ts';

export interface Actions {
  act(action: ActionKind, confirmed: boolean): Promise<ActionResult>;
  /** As the menu does it: asks first where a question belongs to the action, and shows the details when it went wrong. */
  actFromMenu(chosen: ActionView): Promise<void>;
  /** Counts a change to the machine that another part of the app makes. */
  track(change: Promise<unknown>): void;
  /** The changes that are made now: quitting in the middle of a restart would leave the gateway stopped. */
  underway(): Promise<unknown> | null;
}

export function createActions(engine: Engine, views: Views, details: Pick<DetailsWindow, 'show'>): Actions {
  const underway = new Set<Promise<unknown>>();

  function track(change: Promise<unknown>): void {
    const ended = () => void underway.delete(change);
    underway.add(change);
    change.then(ended, ended);
  }

  function act(action: ActionKind, confirmed: boolean): Promise<ActionResult> {
    const result = engine.act(action, { confirmed });
    track(result);
    return result;
  }

  async function actFromMenu(chosen: ActionView): Promise<void> {
    const asked = chosen.question !== null;
    if (chosen.question !== null && !(await ask(chosen.question, views))) return;
    const result = await act(chosen.action, asked);
    if (result.outcome === 'succeeded') return;
    const question = result.outcome === 'needs-confirmation' ? questionOf(chosen.action, views) : null;
    // The machine changed since the menu opened: now there is a question.
    if (question !== null && !asked) return actFromMenu({ ...chosen, question });
    details.show();
  }

  return { act, actFromMenu, track, underway: () => (underway.size === 0 ? null : Promise.allSettled(underway)) };
}

function questionOf(action: ActionKind, views: Views): string | null {
  return views.current()?.actions.find((offered) => offered.action === action)?.question ?? null;
}

async function ask(question: string, views: Views): Promise<boolean> {
  const labels = labelTexts(views.locale());
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: question,
    buttons: [labels.confirm, labels.cancel],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

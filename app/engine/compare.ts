import { valueOf } from '../core/model/reading.ts';
import type { Engine } from './engine.ts';
import type { KeptHistory } from './history.ts';
import type { Pictures } from './pictures.ts';

/** What a person compares stays true: when the newest versions are others, it is compared again. */
export function createCompare(pictures: Pictures, history: KeptHistory): Engine['compare'] {
  let asked: string | null = null;
  let comparedAt = '';

  async function compare(reference: string): Promise<void> {
    comparedAt = newestVersions(pictures);
    const outcome = await history.diff(reference, 'now');
    if (asked === reference) pictures.setCompared({ reference, outcome });
  }

  pictures.onPicture(() => {
    // A picture that compares too is told of by this very listener: nothing has changed in it.
    if (asked !== null && newestVersions(pictures) !== comparedAt) void compare(asked);
  });

  return async (reference) => {
    asked = reference;
    if (reference === null) pictures.setCompared(null);
    else await compare(reference);
  };
}

function newestVersions(pictures: Pictures): string {
  const snapshot = pictures.current()?.snapshot;
  const ids = snapshot && valueOf(snapshot.history)?.versions.map(({ id }) => id);
  const config = snapshot && valueOf(snapshot.config)?.sha256;
  return [...(ids ?? []), config ?? ''].join(' ');
}

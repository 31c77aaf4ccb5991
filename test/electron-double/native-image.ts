import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strict } from './strict.ts';

interface Representation {
  readonly scale: number;
  readonly widthPx: number;
  readonly png: Buffer;
}

export class NativeImageDouble {
  readonly $file: string;
  readonly $representations: readonly Representation[];
  private template: boolean;

  constructor(file: string, representations: readonly Representation[]) {
    this.$file = file;
    this.$representations = representations;
    this.template = /Template(@\dx)?\.png$/.test(file);
  }
  isEmpty() {
    return this.$representations.length === 0;
  }
  setTemplateImage(template: boolean) {
    this.template = template;
  }
  isTemplateImage() {
    return this.template;
  }
  getScaleFactors() {
    return this.$representations.map(({ scale }) => scale);
  }
  /** In points. */
  getSize() {
    const [first] = this.$representations;
    const side = first === undefined ? 0 : first.widthPx / first.scale;
    return { width: side, height: side };
  }
}

export const nativeImage = strict('nativeImage', {
  /** `x.png` with `x@2x.png` beside it; an empty image when there is none, as electron does it. */
  createFromPath(file: string): NativeImageDouble {
    const { dir, name, ext } = path.parse(file);
    const candidates = [1, 2, 3].map((scale) => ({
      scale,
      path: path.join(dir, `${name}${scale === 1 ? '' : `@${scale}x`}${ext}`),
    }));
    const representations = candidates
      .filter((candidate) => existsSync(candidate.path))
      .map(({ scale, path: found }) => {
        const png = readFileSync(found);
        return { scale, widthPx: png.readUInt32BE(16), png };
      });
    return strict('NativeImage', new NativeImageDouble(file, representations));
  },
});

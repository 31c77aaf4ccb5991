import { installOpenClaw } from './install.mjs';

export default function setup(): Promise<void> {
  return installOpenClaw((line) => console.log(line));
}

import { redactText } from '../redact.ts';

const product = /openclaw|clawdbot|moltbot/i;
/** What takes a gateway away or brings it up: through launchd, systemd, the official command, or by name. */
const acts =
  /\b(?:kickstart|bootout|bootstrap|pkill|killall)\b|\blaunchctl\s+(?:un)?load\b|\bgateway\s+(?:--\S+\s+)*(?:restart|start|stop|install)\b|\bsystemctl\b.*\s(?:re)?(?:start|stop)\s/;
const maxLength = 160;

/** The first line of a command or script that acts on a gateway, redacted; `null`: none does. Comments do nothing. */
export function findGatewayAction(text: string): string | null {
  const lines = text.split('\n').map((line) => line.trim());
  const found = lines.find((line) => !line.startsWith('#') && product.test(line) && acts.test(line));
  return found === undefined ? null : redactText(found).slice(0, maxLength);
}

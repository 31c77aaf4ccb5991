import type { Certainty, Finding, FindingCode, Severity } from '../model/finding.ts';
import type { Locale } from '../model/view.ts';
import { defineTexts } from './define.ts';
import { formatMoment } from './durations.ts';
import type { TimeStyle } from './durations.ts';
import { accessFindingTexts } from './findings/access.ts';
import { channelFindingTexts } from './findings/channels.ts';
import { configurationFindingTexts } from './findings/configuration.ts';
import { doctorFindingTexts } from './findings/doctor.ts';
import type { FindingText, FindingTexts } from './findings/finding-text.ts';
import { installFindingTexts } from './findings/install.ts';
import { modelFindingTexts } from './findings/models.ts';
import { obstacleFindingTexts } from './findings/obstacles.ts';
import { ownerFindingTexts } from './findings/owner.ts';
import { packageFindingTexts } from './findings/package.ts';
import { portFindingTexts } from './findings/port.ts';
import { providerFindingTexts } from './findings/providers.ts';
import { serviceFindingTexts } from './findings/service.ts';
import { storageFindingTexts } from './findings/storage.ts';
import { surroundingsFindingTexts } from './findings/surroundings.ts';
import { tokenFindingTexts } from './findings/tokens.ts';
import { wellbeingFindingTexts } from './findings/wellbeing.ts';

/** Title, explanation and advice of every code; a code without texts does not compile. */
export function findingTexts(locale: Locale): FindingTexts<FindingCode> {
  return {
    ...serviceFindingTexts(locale),
    ...portFindingTexts(locale),
    ...ownerFindingTexts(locale),
    ...installFindingTexts(locale),
    ...wellbeingFindingTexts(locale),
    ...channelFindingTexts(locale),
    ...storageFindingTexts(locale),
    ...doctorFindingTexts(locale),
    ...packageFindingTexts(locale),
    ...obstacleFindingTexts(locale),
    ...modelFindingTexts(locale),
    ...providerFindingTexts(locale),
    ...surroundingsFindingTexts(locale),
    ...configurationFindingTexts(locale),
    ...tokenFindingTexts(locale),
    ...accessFindingTexts(locale),
  };
}

type GradeTexts = {
  readonly severities: Readonly<Record<Severity, string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
};

/** How bad, and how sure. */
export const gradeTexts = defineTexts<GradeTexts>({
  en: {
    severities: { blocking: 'Blocks the gateway', degraded: 'Needs attention', notice: 'Good to know' },
    certainties: { certain: 'certain', likely: 'likely' },
  },
  'zh-Hans': {
    severities: { blocking: '网关无法工作', degraded: '需要处理', notice: '供参考' },
    certainties: { certain: '确定', likely: '可能' },
  },
  'zh-Hant': {
    severities: { blocking: '閘道無法運作', degraded: '需要處理', notice: '供參考' },
    certainties: { certain: '確定', likely: '可能' },
  },
});

type AnyArgs = Finding['args'] & { readonly clock: (at: number) => string };

/** The three texts of one finding. `now` (epoch ms) decides whether moments are written with their date. */
export function writeFinding(
  finding: Finding,
  now: number,
  style: TimeStyle,
): { title: string; explanation: string; advice: string } {
  // The table has the entry of this very code; the compiler cannot follow that through a union.
  const text = findingTexts(style.locale)[finding.code] as Readonly<
    Record<keyof FindingText<FindingCode>, (args: AnyArgs) => string>
  >;
  const args: AnyArgs = { ...finding.args, clock: (at) => formatMoment(at, now, style) };
  return { title: text.title(args), explanation: text.explanation(args), advice: text.advice(args) };
}

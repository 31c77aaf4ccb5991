import type { Environment, Target } from './model/target.ts';

export type ServiceNames = Pick<Target, 'label' | 'domain' | 'serviceTarget' | 'definitionPath'>;

/** The label of a profile's LaunchAgent: a named one has no `gateway` in it. */
export function launchdLabel(profile: string | null): string {
  return profile === null ? 'ai.openclaw.gateway' : `ai.openclaw.${profile}`;
}

export function systemdUnit(profile: string | null): string {
  return profile === null ? 'openclaw-gateway.service' : `openclaw-gateway-${profile}.service`;
}

/** What a LaunchAgent of the logged-in user is called, and where its plist is (all OpenClaw versions). */
export function launchdService(environment: Environment, label: string): ServiceNames {
  const domain = `gui/${environment.uid}`;
  return {
    label,
    domain,
    serviceTarget: `${domain}/${label}`,
    definitionPath: joinPath(environment.home, `Library/LaunchAgents/${label}.plist`),
  };
}

export function systemdService(environment: Environment, unit: string): ServiceNames {
  return {
    label: unit,
    domain: 'user',
    serviceTarget: unit,
    definitionPath: joinPath(environment.home, `.config/systemd/user/${unit}`),
  };
}

/** Appends to a folder without doubling the slash of a root. */
export function joinPath(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

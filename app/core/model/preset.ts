/** Providers that can be set up in one go, by the names that a person gives. */
export const presetIds = ['ark-coding-plan', 'qwen', 'modelscope', 'local'] as const;
export type PresetId = (typeof presetIds)[number];

/** Watches files and folders that may not exist yet, parents included; survives editors' atomic saves. */
export interface Watcher {
  /** `onChange` is called once per burst (150–300 ms after it began to rest), with the paths that changed. */
  watch(paths: readonly string[], onChange: (paths: readonly string[]) => void): WatchHandle;
}

export interface WatchHandle {
  /** Resolves when the first scan is done and changes will be seen. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

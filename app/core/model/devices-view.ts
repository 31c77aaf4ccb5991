/** Paired devices and requests, as finished strings in one language. */
export interface DevicesView {
  /** With the number of requests that wait, where that is known. */
  readonly title: string;
  /** `closed`: nobody asked yet, and OpenClaw has to be asked: that takes seconds. */
  readonly state: 'closed' | 'asking' | 'listed' | 'failed';
  /** What stands beside or instead of the lists. */
  readonly note: string | null;
  readonly askLabel: string;
  readonly requestsTitle: string;
  readonly requests: readonly DeviceRequestView[];
  readonly devicesTitle: string;
  readonly devices: readonly DeviceView[];
}

export interface DeviceRequestView {
  /** What a face hands back to mean it. */
  readonly id: string;
  readonly name: string;
  /** "ios · openclaw-ios · 192.168.1.7". */
  readonly about: string;
  /** "Wants: operator, operator.read". */
  readonly wants: string;
  readonly when: string;
  /** With the name: several buttons are called the same. */
  readonly approve: ButtonView;
  readonly reject: ButtonView;
}

export interface DeviceView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly roles: string;
  readonly lastUse: string;
  /** "This computer", "stale …". */
  readonly marks: readonly { readonly text: string; readonly tone: 'plain' | 'bad' }[];
  readonly remove: ButtonView;
}

export interface ButtonView {
  readonly label: string;
  /** For those who only hear it. */
  readonly spoken: string;
}
